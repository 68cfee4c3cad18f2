#!/usr/bin/env python3
"""Other programs at the same work, each in a process of its own so that measure.py can weigh it.

    peers.py sizes opencv|pillow|vips PHOTO OUT      four JPEGs: 2048, 1080, 640, 320 pixels, quality 85
    peers.py video SECONDS OUT SOUND PICTURE...      MoviePy: 1080x1920, 30 fps, a slow zoom over each picture
    peers.py nothing sizes|video                     imports alone, to be subtracted
"""

import sys

SIZES = (2048, 1080, 640, 320)
FRAME = (1080, 1920)


def opencv(photo, out):
    import cv2

    cv2.setNumThreads(1)
    image = cv2.imread(photo)
    for side in SIZES:
        share = side / max(image.shape[:2])
        small = cv2.resize(image, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
        cv2.imwrite(f"{out}/opencv-{side}.jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 85])


def pillow(photo, out):
    from PIL import Image

    image = Image.open(photo).convert("RGB")
    for side in SIZES:
        small = image.copy()
        small.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=2.0)
        small.save(f"{out}/pillow-{side}.jpg", quality=85)


def vips(photo, out):
    import pyvips

    for side in SIZES:
        pyvips.Image.thumbnail(photo, side).jpegsave(f"{out}/vips-{side}.jpg", Q=85)


def film(seconds, out, sound, pictures):
    from moviepy import AudioFileClip, CompositeVideoClip, ImageClip, concatenate_videoclips

    each = seconds / len(pictures)

    def moving(path):
        clip = ImageClip(path).with_duration(each)
        scale = max(FRAME[0] / clip.w, FRAME[1] / clip.h)
        zoomed = clip.resized(lambda t: scale * (1 + 0.1 * t / each)).with_position("center")
        return CompositeVideoClip([zoomed], size=FRAME)

    clip = concatenate_videoclips([moving(path) for path in pictures])
    clip = clip.with_audio(AudioFileClip(sound).subclipped(0, seconds))
    clip.write_videofile(
        out, fps=30, codec="libx264", audio_codec="aac", preset="veryfast", ffmpeg_params=["-crf", "21"], logger=None
    )


def main():
    match sys.argv[1:]:
        case ["sizes", "opencv", photo, out]:
            opencv(photo, out)
        case ["sizes", "pillow", photo, out]:
            pillow(photo, out)
        case ["sizes", "vips", photo, out]:
            vips(photo, out)
        case ["video", seconds, out, sound, *pictures] if pictures:
            film(float(seconds), out, sound, pictures)
        case ["nothing", "sizes"]:
            import cv2  # noqa: F401
        case ["nothing", "video"]:
            import moviepy  # noqa: F401
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
