package dev.millwright.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Hands whatever a route throws to {@link Problems}. */
final class ProblemMapper {

    @ServerExceptionMapper
    Response problem(ProblemException thrown, UriInfo uri, Request request) {
        return answer(thrown, uri, request);
    }

    @ServerExceptionMapper(priority = 1)
    Response json(MismatchedInputException thrown, UriInfo uri, Request request) {
        return answer(thrown, uri, request);
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException thrown, UriInfo uri, Request request) {
        return answer(thrown, uri, request);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException thrown, UriInfo uri, Request request) {
        return thrown.getResponse().getStatus() < 400 ? thrown.getResponse() : answer(thrown, uri, request);
    }

    @ServerExceptionMapper
    Response any(Throwable thrown, UriInfo uri, Request request) {
        return answer(thrown, uri, request);
    }

    private static Response answer(Throwable thrown, UriInfo uri, Request request) {
        var problem =
                Problems.of(thrown, request.getMethod(), uri.getRequestUri().getPath());
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem)
                .build();
    }
}
