package dev.millwright.gateway.ops;

import dev.millwright.gateway.problem.ProblemException;
import dev.millwright.gateway.problem.ProblemKind;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets only holders of the key change anything, when there is a key. */
final class ApiKey {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SCHEME = "Bearer ";

    private final byte @Nullable [] key;

    @Inject
    ApiKey(@ConfigProperty(name = "millwright.api-key") java.util.Optional<String> key) {
        this.key = key.filter(word -> !word.isBlank())
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .orElse(null);
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (key == null || READS.contains(request.getMethod())) {
            return;
        }
        String sent = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        // In constant time: how long a comparison takes must not tell how much of a key was right.
        if (sent == null
                || !sent.startsWith(SCHEME)
                || !MessageDigest.isEqual(
                        key, sent.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8))) {
            throw ProblemException.of(
                    ProblemKind.KEY_REQUIRED,
                    sent == null
                            ? "This request changes something and brings no key."
                            : "The key is not the right one.",
                    "Send the header 'Authorization: Bearer KEY' with the key configured as millwright.api-key.");
        }
    }
}
