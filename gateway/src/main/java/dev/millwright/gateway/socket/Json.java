package dev.millwright.gateway.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Views as bytes. */
record Json(ObjectMapper mapper) {

    byte[] bytes(Object view) {
        try {
            return mapper.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This view is not writable as JSON: " + view, e);
        }
    }
}
