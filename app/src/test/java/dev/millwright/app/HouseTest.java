package dev.millwright.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls Maven cannot hold: who may know whom, and what an engine must not know. */
class HouseTest {

    private static final List<String> ENGINES = List.of("simulation", "scheduling", "maintenance", "vision");

    /** Room by room what it may use, as docs/architecture.md lists it. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("plant", List.of()),
            Map.entry("twin", List.of("plant")),
            Map.entry("inference", List.of("plant")),
            Map.entry("simulation", List.of("plant")),
            Map.entry("scheduling", List.of("plant", "simulation", "inference")),
            Map.entry("maintenance", List.of("plant", "inference")),
            Map.entry("vision", List.of("plant", "inference")),
            Map.entry("history", List.of("plant")),
            Map.entry("connectors", List.of("plant")),
            Map.entry("loop", List.of("plant", "twin", "scheduling", "maintenance", "vision", "simulation")),
            Map.entry(
                    "gateway",
                    List.of("plant", "twin", "loop", "history", "scheduling", "maintenance", "vision", "simulation")));

    private static JavaClasses house;

    @BeforeAll
    static void open() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.millwright");
    }

    @Test
    void everyRoomUsesOnlyTheRoomsBelowIt() {
        var rooms = MAY_USE.keySet();
        for (var room : rooms) {
            var forbidden = rooms.stream()
                    .filter(other -> !other.equals(room) && !allowed(room).contains(other))
                    .map(HouseTest::inside)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(inside(room))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .because(room + " may use only " + MAY_USE.get(room))
                    .check(house);
        }
    }

    private static List<String> allowed(String room) {
        return MAY_USE.getOrDefault(room, List.of());
    }

    @Test
    void nothingKnowsTheApp() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("app"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(inside("app"))
                .check(house);
    }

    @Test
    void onlyTheEdgeKnowsAFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackages(inside("gateway"), inside("app"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "org.eclipse.microprofile..", "io.vertx..")
                .check(house);
    }

    /** Time and chance are parameters, or a replay would tell another story than the first run. */
    @Test
    void enginesAndTheTwinTakeTimeAndChanceAsParameters() {
        var pure = java.util.stream.Stream.concat(ENGINES.stream(), java.util.stream.Stream.of("twin", "plant"))
                .map(HouseTest::inside)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(pure)
                .should()
                .callMethodWhere(target(nameMatching("now"))
                        .and(target(owner(JavaClass.Predicates.resideInAPackage("java.time..")))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(java.util.Random.class)
                .check(house);
    }

    @Test
    void noPackagesRunInCircles() {
        slices().matching("dev.millwright.(*)..").should().beFreeOfCycles().check(house);
        slices().matching("dev.millwright.(*.*)..").should().beFreeOfCycles().check(house);
    }

    private static String inside(String room) {
        return "dev.millwright." + room + "..";
    }
}
