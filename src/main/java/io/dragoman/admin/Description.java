package io.dragoman.admin;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to the description of the operator's API what holds for all of it: the token, the headers, the problems. */
public class Description implements OASFilter {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";

    @Override
    public Operation filterOperation(Operation operation) {
        operation.addParameter(header("X-Operator", "Who does it, for the change log"));
        operation.getResponses().addAPIResponse("default", problem());
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("Dragoman, the operator's API")
                .version("1")
                .description("Accounts, people, roles, keys and pictures. A GET has a strong ETag; a change takes"
                        + " If-Match, and PATCH is a merge patch (RFC 7396)."));
        api.getComponents()
                .addSecurityScheme(
                        TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("dragoman.admin.token"));
        api.setServers(List.of(OASFactory.createServer()
                .url("{address}")
                .description("The dialects' port")
                .variables(
                        Map.of("address", OASFactory.createServerVariable().defaultValue("http://localhost:8080")))));
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .in(Parameter.In.HEADER)
                .name(name)
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static APIResponse problem() {
        return OASFactory.createAPIResponse()
                .description("What went wrong")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
    }
}
