"""Smaller weights: halves, and whole numbers of 8 bits with two ways to round what flows between.

    python -m cutout_recipe quantise FULL/cutout.onnx OUT --renders RENDERS

Writes OUT/half.onnx (weights of 16 bits, computed in 32), OUT/dynamic.onnx (8 bits, ranges found
at each run) and OUT/static.onnx (8 bits, ranges found on renders).
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from . import evaluate
from .network import DEVIATION, MEAN
from .sources import read

CALIBRATION = 120


def halve(path, target):
    """Stores the weights as halves and widens them when the graph is read."""
    model = onnx.load(str(path))
    casts = []
    for tensor in model.graph.initializer:
        if tensor.data_type != TensorProto.FLOAT or len(tensor.dims) < 4:
            continue
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), f"{name}_half"))
        casts.append(helper.make_node("Cast", [f"{name}_half"], [name], to=TensorProto.FLOAT))
    for number, cast in enumerate(casts):
        model.graph.node.insert(number, cast)
    onnx.checker.check_model(model)
    onnx.save(model, str(target))


class Pictures:
    """Renders as inputs, for onnxruntime's calibration."""

    def __init__(self, folder, name, side):
        mean, deviation = (np.array(v, np.float32).reshape(1, 3, 1, 1) for v in (MEAN, DEVIATION))
        paths = [record.with_suffix(".jpg") for record in sorted(Path(folder).glob("*.json"))[:CALIBRATION]]
        self.inputs = ({name: (evaluate.squeeze(read(path), side) - mean) / deviation} for path in paths)

    def get_next(self):
        return next(self.inputs, None)


def main(path, out, renders):
    from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantType, quantize_dynamic, quantize_static

    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    CalibrationDataReader.register(Pictures)
    halve(path, out / "half.onnx")
    quantize_dynamic(str(path), str(out / "dynamic.onnx"), weight_type=QuantType.QUInt8)
    entry = onnx.load(str(path)).graph.input[0]
    side = entry.type.tensor_type.shape.dim[-1].dim_value
    quantize_static(
        str(path), str(out / "static.onnx"), Pictures(renders, entry.name, side),
        per_channel=True, activation_type=QuantType.QUInt8, weight_type=QuantType.QInt8, calibrate_method=CalibrationMethod.MinMax,
    )  # fmt: skip
    for made in (Path(path), *sorted(out.glob("*.onnx"))):
        print(made, made.stat().st_size)
