package dev.millwright.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.loop.planning.Adoption;
import dev.millwright.loop.planning.FloorQuestion;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.scheduling.replanning.FirstAnswer;
import dev.millwright.scheduling.schedule.Objective;
import dev.millwright.twin.TwinRefusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What planners say of single operations and lots, and the plans they bring, on a virtual cell. */
class PersonsPlanTest {

    @TempDir
    private Path dir;

    private Shop shop;

    @BeforeEach
    void openTheShop() throws InterruptedException {
        shop = Shop.open(PlantFixtures.cell(), dir, 1);
    }

    @AfterEach
    void closeTheShop() {
        shop.close();
    }

    @Test
    void aPinnedOperationGoesToItsMachine() throws InterruptedException {
        shop.planAfter(shop.order("O-1", 100, Duration.ofHours(8)));
        var place =
                onMachine("O-1.20:10").equals(PlantFixtures.PRESS_1) ? PlantFixtures.PRESS_2 : PlantFixtures.PRESS_1;
        var pinned = accepted(shop.loop.desk().pin("O-1.20", "O-1.20:10", new OperationPin(place, null), "ana"));
        var adopted = shop.planAfter(pinned);
        assertThat(adopted.reason()).contains("O-1.20:10 was pinned by ana");
        assertThat(onMachine("O-1.20:10")).isEqualTo(place);
        assertThat(accepted(shop.loop.desk().unpin("O-1.20", "O-1.20:10", "ana"))
                        .fact())
                .isInstanceOf(Fact.OperationUnpinned.class);
    }

    @Test
    void aHeldLotIsInNoPlanUntilItIsReleased() throws InterruptedException {
        shop.planAfter(shop.order("O-1", 100, Duration.ofHours(8)));
        shop.planAfter(accepted(shop.loop.desk().hold("O-1.20", "burrs", "ana")));
        assertThat(plan().operations()).extracting(PlannedOperation::lot).doesNotContain("O-1.20");
        shop.planAfter(accepted(shop.loop.desk().release("O-1.20", "ana")));
        assertThat(plan().operations()).extracting(PlannedOperation::lot).contains("O-1.20");
    }

    /** History and running work stay, what came since is planned too, and the journal tells who brought it and why. */
    @Test
    void aPlanThatIsBroughtComesIntoForceOnTheFloorAsItIsThen() throws InterruptedException {
        shop.planAfter(shop.order("O-1", 40, Duration.ofHours(8)));
        var brought = makespanAlone();
        shop.planAfter(shop.order("O-2", 20, Duration.ofHours(8)));
        var event = shop.loop.adopt(brought, "ana adopted draft D-1").join();
        var adopted = (Fact.PlanAdopted) event.fact();
        assertThat(event.reason()).startsWith("ana adopted draft D-1");
        assertThat(shop.twin.event(event.causation()).orElseThrow().fact())
                .isEqualTo(new Fact.PlanRequested("ana adopted draft D-1", EquipmentId.of("hall")));
        assertThat(adopted.plan().origin()).isEqualTo(brought.origin());
        assertThat(adopted.plan().operations())
                .extracting(PlannedOperation::lot)
                .contains("O-1.1", "O-2.1");
    }

    @Test
    void aPlanWhoseWorkIsOverIsRefused() throws InterruptedException {
        shop.planAfter(shop.order("O-1", 10, Duration.ofHours(8)));
        var brought = makespanAlone();
        shop.planAfter(accepted(shop.loop.desk().cancelOrder("O-1", "ana")));
        assertThatThrownBy(
                        () -> shop.loop.adopt(brought, "ana adopted draft D-1").join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(TwinRefusal.class)
                .hasMessageContaining("Nothing of the plan");
    }

    /** The preview tells what adopting would bring, and which plan is the better one. */
    @Test
    void aPlanIsTriedBesideTheOneInForce() throws InterruptedException {
        shop.planAfter(shop.order("O-1", 100, Duration.ofHours(8)));
        var state = shop.state();
        var question = FloorQuestion.of(state, shop.instant());
        var same = (Adoption.Possible) Adoption.of(question, state.plan().plan());
        assertThat(same.differenceObjective()).isZero();
        assertThat(same.better()).isFalse();
    }

    @Test
    void whatIsSupposedIsToldToNobody() throws InterruptedException {
        shop.planAfter(shop.order("O-1", 10, Duration.ofHours(8)));
        var supposed =
                List.of(Draft.of(shop.instant(), "test", EquipmentId.of("hall"), PlantFixtures.orderAdded("O-9", 5)));
        var question = FloorQuestion.supposing(shop.state(), supposed, shop.instant());
        assertThat(question.state().orders()).containsKey("O-9");
        assertThat(question.request().problem().jobs()).anyMatch(job -> job.id().equals("O-9.1"));
        assertThat(shop.state().orders()).doesNotContainKey("O-9");
        assertThat(shop.twin.refusal(supposed.getFirst())).isEmpty();
        var known = Draft.of(shop.instant(), "test", EquipmentId.of("hall"), PlantFixtures.orderAdded("O-1", 5));
        assertThat(shop.twin.refusal(known).orElseThrow()).contains("exists already");
    }

    private Plan makespanAlone() {
        var question = FloorQuestion.of(shop.state(), shop.instant()).by(Objective.ofMakespan());
        return question.plan("D-1", new FirstAnswer(question.request()).schedule(), 1);
    }

    private Plan plan() {
        var adopted = shop.state().plan();
        if (adopted == null) {
            throw new AssertionError("no plan is in force");
        }
        return adopted.plan();
    }

    private EquipmentId onMachine(String operation) {
        return plan().operations().stream()
                .filter(planned -> planned.operation().equals(operation))
                .findFirst()
                .orElseThrow()
                .machine();
    }

    private static Event accepted(CommandOutcome outcome) {
        return ((CommandOutcome.Accepted) outcome).event();
    }
}
