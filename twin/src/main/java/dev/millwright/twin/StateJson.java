package dev.millwright.twin;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.ModelErrors;
import dev.millwright.plant.event.EventJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;

/** The canonical form of a state: JSON with sorted maps, the plant left out. */
final class StateJson {

    private static final JsonMapper MAPPER = EventJson.mapper();

    static {
        MAPPER.registerModule(new PersistentCollections());
    }

    private StateJson() {}

    private record Stored(
            Instant time,
            long offset,
            PSortedMap<EquipmentId, MachineState> machines,
            PSortedMap<String, OrderState> orders,
            PSortedMap<String, LotState> lots,
            PSortedMap<String, AlarmState> alarms,
            PSortedMap<String, WishState> wishes,
            @Nullable AdoptedPlan plan,
            @Nullable PlanTrouble planTrouble,
            PVector<PlanSummary> plans,
            PVector<Inspection> inspections,
            PSortedMap<String, ModelErrors> modelErrors) {}

    static byte[] write(TwinState state) {
        try {
            return MAPPER.writeValueAsBytes(stored(state));
        } catch (IOException e) {
            throw new UncheckedIOException("The state cannot be written as JSON: " + e.getMessage(), e);
        }
    }

    static TwinState read(PlantIndex index, byte[] json) throws IOException {
        var stored = MAPPER.readValue(json, Stored.class);
        return new TwinState(
                index,
                stored.time(),
                stored.offset(),
                stored.machines(),
                stored.orders(),
                stored.lots(),
                stored.alarms(),
                stored.wishes(),
                stored.plan(),
                stored.planTrouble(),
                stored.plans(),
                stored.inspections(),
                stored.modelErrors());
    }

    static String hash(TwinState state) {
        var digest = sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            MAPPER.writeValue(out, stored(state));
        } catch (IOException e) {
            throw new UncheckedIOException("The state cannot be written as JSON: " + e.getMessage(), e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A fingerprint of the plant file, whatever order its sets are in. */
    static String digest(PlantIndex index) {
        try {
            var json = MAPPER.writeValueAsBytes(index.plant());
            return HexFormat.of().formatHex(sha256().digest(json));
        } catch (IOException e) {
            throw new UncheckedIOException("The plant cannot be written as JSON: " + e.getMessage(), e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.\nUse one that is complete.", e);
        }
    }

    private static Stored stored(TwinState state) {
        return new Stored(
                state.time(),
                state.offset(),
                state.machines(),
                state.orders(),
                state.lots(),
                state.alarms(),
                state.wishes(),
                state.plan(),
                state.planTrouble(),
                state.plans(),
                state.inspections(),
                state.modelErrors());
    }
}
