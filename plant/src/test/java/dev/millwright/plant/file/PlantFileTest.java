package dev.millwright.plant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.millwright.plant.AssetClass;
import dev.millwright.plant.Costs;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.Machine;
import dev.millwright.plant.Plant;
import dev.millwright.plant.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantFileTest {

    private static final String SMALL = """
            plant: small
            types:
              press:
                can: press
                reliability: {mttf: 2 d, shape: 1.5}
                signals:
                  force: {nominal: 2.5 kN, noise: 0.1, high: 4 kN, wear: 1, every: 500 ms}
            machines:
              - {id: hall/line/press-1, type: press, at: {x: 1, y: 2.5 m, degrees: 90}}
              - id: hall/line/press-2
                type: press
                can: [press, punch]
                speed: 2
                reliability: {mttr: 1 h}
                signals:
                  heat: {nominal: 40 °C}
                camera: {pixels: 640x480, defects: 3 %}
            products:
              - id: plate
                route:
                  - {needs: press, per-part: 1.5 min}
                  - {needs: punch, per-part: 4 s, family: round, repairs: press}
            setups:
              - {for: punch, from: round, takes: 2 min}
            shifts:
              - {name: week, days: mon-wed, start: 6:00, end: "14:30", breaks: 45 min}
              - {name: end, days: "fri-sun, thursday", start: "22:00", end: "06:00"}
            orders:
              - {id: A-1, product: plate, quantity: 5, due: 90 min}
            """;

    @Test
    void readsUnitsAndDefaultsAsPeopleMeanThem() {
        Plant plant = PlantFile.parse("small", SMALL);
        var first = plant.machines().getFirst();
        assertThat(first.name()).isEqualTo("press-1");
        assertThat(first.position().degrees()).isEqualTo(90);
        assertThat(first.position().y()).isEqualTo(2.5);
        assertThat(first.reliability().mttfHours()).isEqualTo(48);
        assertThat(first.reliability().mttrMinutes()).isEqualTo(30);
        var force = first.signals().getFirst();
        assertThat(force.unit()).isEqualTo("kN");
        assertThat(force.high()).isEqualTo(4);
        assertThat(force.low()).isNull();
        assertThat(force.periodSeconds()).isEqualTo(0.5);
        var route = plant.products().getFirst().route();
        assertThat(route).extracting(step -> step.sequence()).containsExactly(10, 20);
        assertThat(route.getFirst().secondsPerPart()).isEqualTo(90);
        assertThat(route.getFirst().family()).isEqualTo("standard");
        assertThat(plant.setupSeconds("punch", "round", "other")).isEqualTo(120);
        assertThat(plant.orderBook().getFirst().dueHours()).isEqualTo(1.5);
        assertThat(plant.shifts().getFirst().days())
                .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);
        assertThat(plant.shifts().getLast().days()).hasSize(4);
        assertThat(plant.title()).isEqualTo("small");
    }

    @Test
    void aMachineBeginsAsItsTypeAndSaysWhereItDiffers() {
        Plant plant = PlantFile.parse("small", SMALL);
        var second = plant.machine(EquipmentId.of("hall/line/press-2")).orElseThrow();
        assertThat(second.capabilities()).containsExactlyInAnyOrder("press", "punch");
        assertThat(second.reliability().mttfHours()).isEqualTo(48);
        assertThat(second.reliability().mttrMinutes()).isEqualTo(60);
        assertThat(second.signals()).extracting(signal -> signal.name()).containsExactly("force", "heat");
        var camera = plant.cameraAt(second.id()).orElseThrow();
        assertThat(camera.id()).isEqualTo("press-2-camera");
        assertThat(camera.widthPixels()).isEqualTo(640);
        assertThat(camera.defectRate()).isEqualTo(0.03);
    }

    /** One run shows everything there is to correct. */
    @Test
    void aMachineIsOfTheClassOfItsTypeUnlessItSaysOtherwise() {
        Plant plain = PlantFile.parse("small", SMALL);
        assertThat(plain.machines().getFirst().assetClass())
                .isEqualTo(AssetClass.of(plain.machines().getFirst().type()));
        Plant plant = PlantFile.parse("cells", """
                plant: cells
                types:
                  cell: {can: run, life: {class: turbofan, row: 6 min, signals: {sensor-2: s02}}}
                machines:
                  - {id: hall/line/cell-1, type: cell}
                  - {id: hall/line/cell-2, type: cell, life: {signals: {sensor-2: t2, sensor-3: t3}}}
                """);
        var first = plant.machines().getFirst().assetClass();
        assertThat(first).isEqualTo(new AssetClass("turbofan", 360.0, Map.of("sensor-2", "s02")));
        assertThat(first.lifeModel()).isEqualTo("turbofan-life");
        assertThat(first.signal("sensor-2")).isEqualTo("s02");
        assertThat(first.signal("sensor-9")).isEqualTo("sensor-9");
        assertThat(plant.machines().getLast().assetClass())
                .isEqualTo(new AssetClass("turbofan", 360.0, Map.of("sensor-2", "t2", "sensor-3", "t3")));
    }

    /** What a defect costs differs from plant to plant: the file says, a camera may differ. */
    @Test
    void camerasKnowTheirScaleAndHowMuchDefectsMatter() {
        Plant plant = PlantFile.parse("cells", """
                plant: cells
                inspection:
                  severity:
                    open: critical
                    spur: minor, Moderate from 60, major from 300 px
                types:
                  cell: {can: run}
                machines:
                  - {id: hall/line/cell-1, type: cell, camera: {mm-per-pixel: 0.05, severity: {open: major}}}
                  - {id: hall/line/cell-2, type: cell, camera: {}}
                  - {id: hall/line/cell-3, type: cell, camera: {model: lid-scratches, pass: "good, oil-stain"}}
                """);
        var first = plant.cameras().getFirst();
        assertThat(first.mmPerPixel()).isEqualTo(0.05);
        assertThat(Objects.requireNonNull(first.severity().get("open")).of(1)).isEqualTo(Severity.MAJOR);
        var trained = plant.cameras().getLast();
        assertThat(trained.model()).isEqualTo("lid-scratches");
        assertThat(trained.passing()).containsExactly("good", "oil-stain");
        assertThat(first.model()).isNull();
        assertThat(first.passing()).contains("good");
        var spur = Objects.requireNonNull(plant.cameras().getLast().severity().get("spur"));
        assertThat(Stream.of(0, 59, 60, 299, 300, 9000).map(spur::of))
                .containsExactly(
                        Severity.MINOR,
                        Severity.MINOR,
                        Severity.MODERATE,
                        Severity.MODERATE,
                        Severity.MAJOR,
                        Severity.MAJOR);
        assertThat(plant.cameras().getLast().mmPerPixel()).isNull();
    }

    @Test
    void rulesOfSeverityThatCannotBeAreToldWithACure() {
        String file = """
                plant: cells
                inspection: {severity: {open: awful, spur: "major, minor from 0", pinhole: minor from 5}}
                types: {cell: {can: run}}
                machines:
                  - {id: hall/line/cell-1, type: cell, camera: {mm-per-pixel: 0}}
                  - {id: hall/line/cell-2, type: cell, camera: {model: Lid Scratches}}
                  - {id: hall/line/cell-3, type: cell, camera: {pass: "good,,ok"}}
                """;
        assertThatThrownBy(() -> PlantFile.parse("cells", file))
                .hasMessageContaining("'awful' is not a severity")
                .hasMessageContaining("such as minor, major from 300")
                .hasMessageContaining("Let the areas rise")
                .hasMessageContaining("Begin with a severity alone")
                .hasMessageContaining("0.0 mm a pixel")
                .hasMessageContaining("asks the model 'Lid Scratches'")
                .hasMessageContaining("'good,,ok' is not names between commas");
    }

    @Test
    void costsAreThePlantsWhereNeitherTypeNorMachineSaysMore() {
        assertThat(PlantFile.parse("small", SMALL).machines())
                .extracting(Machine::costs)
                .containsOnly(Costs.USUAL);
        Plant plant = PlantFile.parse("cells", """
                plant: cells
                costs: {currency: EUR, failure: 4000, downtime: 250.5}
                types:
                  cell: {can: run, costs: {failure: 9000, idle: 10}}
                  bench: {can: sit}
                machines:
                  - {id: hall/line/cell-1, type: cell}
                  - {id: hall/line/cell-2, type: cell, costs: {maintenance: 0}}
                  - {id: hall/line/bench, type: bench}
                """);
        assertThat(plant.currency()).isEqualTo("EUR");
        assertThat(plant.machines())
                .extracting(Machine::costs)
                .containsExactly(
                        new Costs(9000, 200, 250.5, 10), new Costs(9000, 0, 250.5, 10), new Costs(4000, 200, 250.5, 0));
    }

    @Test
    void costsThatMeanNothingAreToldByLineValueAndCure() {
        var problems = problems("""
                plant: cells
                costs: {failure: -1, downtime: 20 EUR, curency: EUR}
                types:
                  cell: {can: run, costs: {maintenance: much, currency: EUR}}
                machines:
                  - {id: hall/line/cell-1, type: cell, costs: 7}
                """);
        assertThat(problems)
                .extracting(problem -> problem.line() + " " + problem.message() + " " + problem.cure())
                .satisfiesExactlyInAnyOrder(
                        words -> assertThat(words)
                                .startsWith("2 failure: '-1' is not a cost")
                                .contains("from 0 up"),
                        words -> assertThat(words)
                                .startsWith("2 downtime: '20 EUR' is not a cost")
                                .contains("currency once"),
                        words -> assertThat(words).startsWith("2 'curency'").contains("Did you mean 'currency'?"),
                        words -> assertThat(words).startsWith("4 maintenance: 'much' is no number"),
                        words -> assertThat(words).startsWith("4 'currency' is no key"),
                        words -> assertThat(words).startsWith("6 'costs' is not a set of keys"));
    }

    @Test
    void tellsAllMistakesAtOnceWithPlaceValueAndCure() {
        var problems = problems("""
                plant: small
                tilte: Typo
                types:
                  press: {can: press, signals: {force: {nominal: 2 kN, high: 4 N}}}
                machines:
                  - {id: hall/line/press-1, type: pres, at: {x: 1}}
                  - {id: hall/line/press-1, type: press, speed: fast}
                  - {id: hall//x, type: press}
                products:
                  - id: plate
                    lot-size: 2.5
                    route:
                      - {needs: pres, per-part: 10}
                orders:
                  - {id: A-1, product: plat, quantity: 0}
                """);
        assertThat(problems)
                .extracting(problem -> problem.line() + " " + problem.message() + " " + problem.cure())
                .satisfiesExactlyInAnyOrder(
                        words -> assertThat(words).startsWith("2 'tilte'").contains("Did you mean 'title'?"),
                        words -> assertThat(words).startsWith("4 high: '4 N' is not in 'kN'"),
                        words -> assertThat(words)
                                .startsWith("6 Machine type 'pres'")
                                .contains("Did you mean 'press'?"),
                        words -> assertThat(words).startsWith("6 A position has no 'y'"),
                        words -> assertThat(words).startsWith("7 The machine 'hall/line/press-1' is declared twice"),
                        words -> assertThat(words).startsWith("7 speed: 'fast' is no number"),
                        words -> assertThat(words).startsWith("8 id: 'hall//x' is no equipment path"),
                        words -> assertThat(words).startsWith("11 lot-size: '2.5' is not a whole number"),
                        words -> assertThat(words)
                                .startsWith("13 per-part: '10' is not a time")
                                .contains("such as 15 s"),
                        words -> assertThat(words)
                                .startsWith("13 Capability 'pres'")
                                .contains("'press'"),
                        words -> assertThat(words)
                                .startsWith("15 Product 'plat'")
                                .contains("Did you mean 'plate'?"),
                        words -> assertThat(words).startsWith("15 Order A-1 is for 0 parts"));
        assertThat(problems).allSatisfy(problem -> assertThat(problem.column()).isPositive());
        assertThat(problems).allSatisfy(problem -> assertThat(problem.cure()).isNotBlank());
    }

    @Test
    void refusesValuesThatMeanNothing() {
        for (var wrong : List.of(
                "zone: Mars/Olympus",
                "plant: Not Short",
                "title: {a: 1}",
                "title: ''",
                "lines: {id: x}",
                "lines: [x]",
                "shifts: [{name: a, start: noon, end: '06:00'}]",
                "shifts: [{name: a, start: '06:00', end: '07:00', days: someday}]",
                "shifts: [{name: a, start: '06:00', end: '07:00', breaks: -5 min}]",
                "buffers: [{id: hall/store, capacity: 0}]",
                "setups: [{for: nothing, takes: 1 s}]",
                "setups: [{for: press, to: purple, takes: 1 s}]",
                "products: [{id: p, color: red, route: [{needs: press, per-part: 1 s}]}]",
                "products: [{id: p, route: []}]",
                "products: [{id: p, route: [{needs: press, per-part: 0}]}]",
                "plant: twice")) {
            String key = wrong.substring(0, wrong.indexOf(':'));
            var yaml = new StringBuilder();
            for (String line : List.of(
                    "plant: small", "types: {press: {can: press}}", "machines: [{id: hall/press, type: press}]")) {
                if (!line.startsWith(key + ":") || wrong.equals("plant: twice")) {
                    yaml.append(line).append('\n');
                }
            }
            yaml.append(wrong).append('\n');
            assertThat(problems(yaml.toString())).as(wrong).hasSize(1).allSatisfy(problem -> {
                assertThat(problem.line()).isEqualTo(yaml.toString().lines().count());
                assertThat(problem.cure()).isNotBlank();
            });
        }
    }

    /** A name that is missing is one mistake, not three. */
    @Test
    void doesNotComplainTwiceOfOneMistake() {
        assertThat(problems("""
                        plant: small
                        types: {press: {can: press}}
                        machines: [{type: press}, {type: press}, {id: hall/press, type: press}]
                        products: [{id: p, route: [{per-part: 1 s}]}]
                        """))
                .extracting(Problem::message)
                .containsExactly("This machine has no 'id'.", "This machine has no 'id'.", "This step has no 'needs'.");
    }

    @Test
    void aPlantNeedsAMachine() {
        assertThat(problems("plant: empty").getFirst().message()).contains("no machine");
    }

    @Test
    void whatIsNotYamlIsToldByLine() {
        var problem = problems("plant: small\nmachines: [a, b\n").getFirst();
        assertThat(problem.message()).startsWith("This is not YAML");
        assertThat(problem.line()).isPositive();
        assertThat(problems("# nothing\n").getFirst().message()).contains("empty");
        assertThat(problems("plant: \u0000").getFirst().message()).contains("not YAML");
        assertThat(problems("- a list").getFirst().message()).contains("not a set of keys");
    }

    @Test
    void theMessageIsForPeople(@TempDir Path folder) throws IOException {
        var file = folder.resolve("shop.yaml");
        Files.writeString(file, "plant: shop\nmachnes: []\n");
        assertThatThrownBy(() -> PlantFile.load(file))
                .isInstanceOf(PlantFileException.class)
                .hasMessageContaining("shop.yaml has a mistake")
                .hasMessageContaining("line 2, column 1: 'machnes' is no key of the plant file.")
                .hasMessageContaining("Did you mean 'machines'?")
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
        assertThatThrownBy(() -> PlantFile.load(folder.resolve("none.yaml")))
                .isInstanceOf(PlantFileException.class)
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> PlantFile.load(folder)).isInstanceOf(PlantFileException.class);
    }

    private static List<Problem> problems(String yaml) {
        return catchThrowableOfType(PlantFileException.class, () -> PlantFile.parse("test", yaml))
                .problems();
    }
}
