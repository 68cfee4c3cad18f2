//! How long the steps take on a 12 megapixel photo: `cargo bench -p naik-photo`.
#![expect(clippy::unwrap_used, reason = "a bench that cannot go on has failed")]

use divan::{Bencher, black_box};
use naik_core::seed::Seed;
use naik_photo::decode::{DecodeOptions, decode};
use naik_photo::image::{Rgb, Rgba};
use naik_photo::scene::{Backdrop, Scene};
use naik_photo::{encode, quality, rendition, resize, retouch};

fn main() {
    divan::main();
}

/// A photo-like picture: soft shapes and a little grain.
fn photo(width: u32, height: u32) -> Rgb {
    let mut state = 1_u32;
    let data = (0..height)
        .flat_map(|y| (0..width).map(move |x| (x as f32, y as f32)))
        .flat_map(|(x, y)| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let grain = (state >> 29) as f32 - 3.5;
            let wave = ((x * 0.011).sin() + (y * 0.017).cos() + (x * y * 2e-6).sin()) * 35.0;
            [130.0, 115.0, 95.0].map(|base| (base + wave + grain) as u8)
        })
        .collect();
    Rgb::from_data(width, height, data).unwrap()
}

/// A disc cut out of such a photo.
fn cut(side: u32) -> Rgba {
    let rgb = photo(side, side);
    let middle = side as f32 / 2.0;
    let data = rgb
        .data()
        .chunks_exact(3)
        .enumerate()
        .flat_map(|(at, p)| {
            let (x, y) = (
                (at as u32 % side) as f32 - middle,
                (at as u32 / side) as f32 - middle,
            );
            let alpha = ((middle * 0.8 - x.hypot(y)) * 64.0).clamp(0.0, 255.0) as u8;
            [p[0], p[1], p[2], alpha]
        })
        .collect();
    Rgba::from_data(side, side, data).unwrap()
}

#[divan::bench]
fn decode_12_megapixels(bencher: Bencher<'_, '_>) {
    let file = encode::jpeg(&photo(4000, 3000), 90).unwrap();
    bencher.bench_local(|| decode(black_box(&file), &DecodeOptions::default()).unwrap());
}

#[divan::bench]
fn decode_and_four_sizes(bencher: Bencher<'_, '_>) {
    let file = encode::jpeg(&photo(4000, 3000), 90).unwrap();
    bencher.bench_local(|| {
        let photo = decode(black_box(&file), &DecodeOptions::default()).unwrap();
        resize::ladder(&photo.pixels, &[2048, 1080, 640, 320])
            .iter()
            .map(|size| encode::jpeg(size, 85).unwrap().len())
            .sum::<usize>()
    });
}

#[divan::bench]
fn cut_out_png_12_megapixels(bencher: Bencher<'_, '_>) {
    let cut = cut(3464);
    bencher.bench_local(|| encode::png_rgba(black_box(&cut)).unwrap());
}

#[divan::bench]
fn retouch_2400(bencher: Bencher<'_, '_>) {
    let photo = photo(2400, 1800);
    bencher.bench_local(|| {
        let plan = retouch::analyse(black_box(&photo), None);
        retouch::apply(&photo, &plan)
    });
}

#[divan::bench]
fn judge_2400(bencher: Bencher<'_, '_>) {
    let photo = photo(2400, 1800);
    bencher.bench_local(|| quality::judge(black_box(&photo), None));
}

#[divan::bench]
fn white_square_1200(bencher: Bencher<'_, '_>) {
    let cut = cut(1800);
    bencher.bench_local(|| {
        rendition::white_square(black_box(&cut), &rendition::WhiteSquare::default())
    });
}

#[divan::bench(args = [Scene::WoodTable, Scene::WovenMat, Scene::Terrazzo, Scene::PastelSweep])]
fn render_1080(scene: Scene) -> Backdrop {
    Backdrop::render(scene, 1080, 1080, Seed(1))
}

#[divan::bench]
fn compose_1080(bencher: Bencher<'_, '_>) {
    let (cut, backdrop) = (
        cut(1800),
        Backdrop::render(Scene::WoodTable, 1080, 1080, Seed(1)),
    );
    bencher.bench_local(|| backdrop.compose(black_box(&cut)));
}
