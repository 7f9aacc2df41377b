package dev.millwright.connectors.sparkplug;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.millwright.plant.Quality;
import java.time.Instant;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.jspecify.annotations.Nullable;

/** Metrics to and from the protobuf payload of Sparkplug B. */
final class Payloads {

    private static final String QUALITY = "Quality";
    private static final String UNIT = "engUnit";

    // The three codes of Sparkplug 3.0, section 6.4.21 (quality codes), and OPC DA's bits, which some nodes send.
    private static final int GOOD = 192;
    private static final int STALE = 500;
    private static final int BAD = 0;
    private static final int UNCERTAIN = 64;

    private Payloads() {}

    static Payload parse(byte[] bytes) throws InvalidProtocolBufferException {
        return Payload.parseFrom(bytes);
    }

    /** A metric of a birth: name, alias, type and properties, everything a listener will ever need. */
    static Payload.Metric birth(Metric metric, long alias) {
        var builder =
                value(metric).setName(metric.name()).setDatatype(metric.type().code());
        if (alias > 0) {
            builder.setAlias(alias);
        }
        if (metric.unit() != null || metric.name().startsWith(Vocabulary.SIGNALS)) {
            builder.setProperties(properties(metric.unit(), metric.quality()));
        }
        return builder.build();
    }

    /** A metric of a data message: the alias stands for name and type. */
    static Payload.Metric data(Metric metric, long alias) {
        var builder = value(metric).setAlias(alias);
        if (metric.quality() != Quality.GOOD) {
            builder.setProperties(properties(null, metric.quality()));
        }
        return builder.build();
    }

    /** A metric of a command: it goes by the alias that its birth gave it and by nothing else, or by name. */
    static Payload.Metric command(Metric metric, @Nullable Long alias) {
        return alias == null ? command(metric) : value(metric).setAlias(alias).build();
    }

    /** A metric that goes by name: of a death, or of a command to one who gave no aliases. */
    static Payload.Metric command(Metric metric) {
        return value(metric)
                .setName(metric.name())
                .setDatatype(metric.type().code())
                .build();
    }

    /** Reads a metric whose name and type are known, from itself or from its alias. */
    static Metric read(Payload.Metric wire, String name, DataType type, Instant payloadTime) {
        Instant time = wire.hasTimestamp() ? Instant.ofEpochMilli(wire.getTimestamp()) : payloadTime;
        String unit = null;
        Quality quality = Quality.GOOD;
        if (wire.hasProperties()) {
            var properties = wire.getProperties();
            for (int i = 0; i < Math.min(properties.getKeysCount(), properties.getValuesCount()); i++) {
                var property = properties.getValues(i);
                switch (properties.getKeys(i)) {
                    case QUALITY ->
                        quality = quality(
                                (int) (property.hasLongValue() ? property.getLongValue() : property.getIntValue()));
                    case UNIT -> unit = property.getStringValue();
                    default -> {}
                }
            }
        }
        return new Metric(name, type, value(wire, type), time, quality, unit, wire.getIsHistorical());
    }

    private static Payload.Metric.Builder value(Metric metric) {
        var builder = Payload.Metric.newBuilder().setTimestamp(metric.time().toEpochMilli());
        if (metric.historical()) {
            builder.setIsHistorical(true);
        }
        switch (metric.value()) {
            case null -> builder.setIsNull(true);
            case Double real -> builder.setDoubleValue(real);
            case Long whole when metric.type() == DataType.INT32 -> builder.setIntValue(whole.intValue());
            case Long whole -> builder.setLongValue(whole);
            case Boolean truth -> builder.setBooleanValue(truth);
            case String text -> builder.setStringValue(text);
            case byte[] bytes -> builder.setBytesValue(ByteString.copyFrom(bytes));
            case Object other ->
                throw new IllegalArgumentException(
                        "Metric '%s' holds %s.\nMetrics hold numbers, truths, texts and bytes."
                                .formatted(metric.name(), other.getClass().getSimpleName()));
        }
        return builder;
    }

    private static @Nullable Object value(Payload.Metric wire, DataType type) {
        if (wire.getIsNull()) {
            return null;
        }
        return switch (wire.getValueCase()) {
            case INT_VALUE -> signed(wire.getIntValue(), type);
            case LONG_VALUE -> wire.getLongValue();
            case FLOAT_VALUE -> (double) wire.getFloatValue();
            case DOUBLE_VALUE -> wire.getDoubleValue();
            case BOOLEAN_VALUE -> wire.getBooleanValue();
            case STRING_VALUE -> wire.getStringValue();
            case BYTES_VALUE -> wire.getBytesValue().toByteArray();
            case DATASET_VALUE, TEMPLATE_VALUE, EXTENSION_VALUE, VALUE_NOT_SET -> null;
        };
    }

    /** Small integers travel as unsigned 32 bits, negative ones in two's complement. */
    private static long signed(int bits, DataType type) {
        return switch (type) {
            case INT8 -> (byte) bits;
            case INT16 -> (short) bits;
            case UINT32 -> Integer.toUnsignedLong(bits);
            case INT32, INT64, UINT8, UINT16, UINT64, FLOAT, DOUBLE, BOOLEAN, STRING, DATE_TIME, TEXT, UUID, BYTES ->
                bits;
        };
    }

    private static Quality quality(int code) {
        if (code == STALE || (code >= UNCERTAIN && code < 2 * UNCERTAIN)) {
            return Quality.UNCERTAIN;
        }
        return code >= GOOD && code < 256 ? Quality.GOOD : Quality.BAD;
    }

    private static Payload.PropertySet properties(@Nullable String unit, Quality quality) {
        var set = Payload.PropertySet.newBuilder();
        if (unit != null) {
            set.addKeys(UNIT)
                    .addValues(Payload.PropertyValue.newBuilder()
                            .setType(DataType.STRING.code())
                            .setStringValue(unit));
        }
        int code =
                switch (quality) {
                    case GOOD -> GOOD;
                    case UNCERTAIN -> STALE;
                    case BAD -> BAD;
                };
        return set.addKeys(QUALITY)
                .addValues(Payload.PropertyValue.newBuilder()
                        .setType(DataType.INT32.code())
                        .setIntValue(code))
                .build();
    }
}
