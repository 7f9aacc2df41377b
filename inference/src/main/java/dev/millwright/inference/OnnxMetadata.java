package dev.millwright.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What a model file says of itself besides the network. */
public final class OnnxMetadata {
    private OnnxMetadata() {}

    /**
     * A model file that says more: the same bytes, and behind them what is added. Messages written one after the other are read as
     * one whose lists are joined (Protocol Buffers, Encoding), so that whoever cuts it to the old length has the old file.
     */
    public static byte[] added(byte[] onnx, Map<String, String> more) {
        var model = ModelProto.newBuilder();
        new TreeMap<>(more)
                .forEach((key, text) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(text)));
        byte[] tail = model.build().toByteArray();
        byte[] file = Arrays.copyOf(onnx, onnx.length + tail.length);
        System.arraycopy(tail, 0, file, onnx.length, tail.length);
        return file;
    }
}
