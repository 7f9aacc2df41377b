package dev.millwright.inference;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Reads and writes model cards; a card with a missing or an unknown field is refused. */
final class CardFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private CardFile() {}

    static ModelCard read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), ModelCard.class);
        } catch (JacksonException e) {
            throw new ModelException(
                    ModelException.Reason.BROKEN_CARD, file + ": " + e.getOriginalMessage() + cure(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model card " + file, e);
        }
    }

    /** Replaces a card in one step: a crash leaves the old or the new one. */
    static void write(Path file, ModelCard card) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(card));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the model card " + file, e);
        }
    }

    /** A record's own refusal brings its cure along; JSON's does not. */
    private static String cure(JacksonException e) {
        return e.getCause() instanceof IllegalArgumentException
                ? ""
                : "\nGive name, version, state, file, sha256, licence, inputs, outputs, metrics and provenance.";
    }
}
