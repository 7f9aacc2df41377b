package dev.millwright.twin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.Converter;
import dev.millwright.plant.EquipmentId;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** Teaches Jackson the persistent collections, and to write sets in one order everywhere. */
final class PersistentCollections extends SimpleModule {

    private static final long serialVersionUID = 1L;

    PersistentCollections() {
        addSerializer(new SortedSets());
        addKeyDeserializer(EquipmentId.class, new EquipmentKeys());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Finder());
    }

    private static final class Finder extends Deserializers.Base {

        @Override
        public @Nullable JsonDeserializer<?> findMapDeserializer(
                MapType type,
                DeserializationConfig config,
                BeanDescription description,
                @Nullable KeyDeserializer keys,
                @Nullable TypeDeserializer types,
                @Nullable JsonDeserializer<?> values) {
            return type.getRawClass() == PSortedMap.class ? new StdDelegatingDeserializer<>(new ToMap(type)) : null;
        }

        @Override
        public @Nullable JsonDeserializer<?> findCollectionDeserializer(
                CollectionType type,
                DeserializationConfig config,
                BeanDescription description,
                @Nullable TypeDeserializer types,
                @Nullable JsonDeserializer<?> elements) {
            return type.getRawClass() == PVector.class ? new StdDelegatingDeserializer<>(new ToVector(type)) : null;
        }
    }

    private record ToMap(MapType type) implements Converter<TreeMap<String, Object>, Object> {

        @Override
        public Object convert(TreeMap<String, Object> map) {
            return TreePMap.from(map);
        }

        @Override
        public com.fasterxml.jackson.databind.JavaType getInputType(TypeFactory factory) {
            return factory.constructMapType(TreeMap.class, type.getKeyType(), type.getContentType());
        }

        @Override
        public com.fasterxml.jackson.databind.JavaType getOutputType(TypeFactory factory) {
            return type;
        }
    }

    private record ToVector(CollectionType type) implements Converter<List<Object>, Object> {

        @Override
        public Object convert(List<Object> list) {
            return TreePVector.from(list);
        }

        @Override
        public com.fasterxml.jackson.databind.JavaType getInputType(TypeFactory factory) {
            return factory.constructCollectionType(List.class, type.getContentType());
        }

        @Override
        public com.fasterxml.jackson.databind.JavaType getOutputType(TypeFactory factory) {
            return type;
        }
    }

    private static final class EquipmentKeys extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return EquipmentId.of(key);
        }
    }

    private static final class SortedSets extends StdSerializer<Set<?>> {

        private static final long serialVersionUID = 1L;

        SortedSets() {
            super(Set.class, false);
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartArray();
            for (var name : set.stream().map(Object::toString).sorted().toList()) {
                json.writeString(name);
            }
            json.writeEndArray();
        }
    }
}
