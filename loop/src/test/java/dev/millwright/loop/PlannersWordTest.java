package dev.millwright.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.loop.planning.PlanSearch;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.Plan;
import dev.millwright.plant.PlannedOperation;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What planners say of operations and lots, the loop plans and the floor does; and they see it search. */
class PlannersWordTest {

    private static final EquipmentId SITE = EquipmentId.of("hall");

    @TempDir
    private Path dir;

    private Shop shop;

    private void open(double speed) throws InterruptedException {
        shop = Shop.open(PlantFixtures.cell(), dir, speed);
    }

    @AfterEach
    void closeTheShop() {
        shop.close();
    }

    @Test
    void aPinnedOperationRunsWhereAndWhenItIsPinned() throws InterruptedException {
        open(60);
        // Ten lots keep both presses busy for longer than the pin is ahead.
        shop.planAfter(shop.order("O-1", 50, Duration.ofHours(8)));
        var start = shop.instant().plus(Duration.ofMinutes(6));
        var pin = new OperationPin(PlantFixtures.PRESS_2, start);
        var pinned = tell(new Fact.OperationPinned("O-1.10", "O-1.10:10", pin, "anna"));
        var adopted = shop.planAfter(pinned);
        assertThat(adopted.reason()).contains("O-1.10:10 was pinned by anna");
        assertThat(operation(plan(adopted), "O-1.10:10")).satisfies(planned -> {
            assertThat(planned.machine()).isEqualTo(PlantFixtures.PRESS_2);
            assertThat(Duration.between(start, planned.start())).isBetween(Duration.ZERO, Duration.ofSeconds(1));
        });
        var started = shop.await(
                        "the pinned operation's start",
                        change -> change.event().fact() instanceof Fact.OperationStarted(var _, var operation)
                                && operation.equals("O-1.10:10"))
                .event();
        assertThat(started.subject()).isEqualTo(PlantFixtures.PRESS_2);
        assertThat(started.time()).isAfterOrEqualTo(start);
    }

    @Test
    void nothingIsBegunOfALotOnHoldUntilItIsReleased() throws InterruptedException {
        open(60);
        shop.planAfter(shop.order("O-1", 20, Duration.ofHours(8)));
        var held = tell(new Fact.LotHeld("O-1.4", "burrs", "anna"));
        var without = shop.planAfter(held);
        assertThat(without.reason()).contains("O-1.4 is on quality hold: burrs");
        assertThat(plan(without).operations())
                .extracting(PlannedOperation::lot)
                .doesNotContain("O-1.4")
                .isNotEmpty();
        shop.await(
                "the others' end",
                change -> change.event().offset() > held.offset()
                        && change.after().lots().values().stream()
                                .filter(lot -> !lot.id().equals("O-1.4"))
                                .allMatch(lot -> lot.done()));
        assertThat(shop.state().lots().get("O-1.4").operations())
                .allSatisfy(step -> assertThat(step.started()).isNull());
        var released = tell(new Fact.LotReleased("O-1.4", "anna"));
        shop.await(
                "the released lot's end",
                change -> change.event().offset() > released.offset()
                        && change.after().lots().get("O-1.4").done());
    }

    @Test
    void aLotThatWillBeLateSaysWhatItWaitsFor() throws InterruptedException {
        open(30);
        var plan = plan(shop.planAfter(shop.order("O-1", 100, Duration.ofMinutes(5))));
        assertThat(plan.late()).hasSize(plan.tardyOrders()).isNotEmpty().allSatisfy(late -> {
            assertThat(late.order()).isEqualTo("O-1");
            assertThat(late.end()).isAfter(late.due());
        });
        assertThat(plan.late().getFirst().cause()).contains("busy with").contains("O-1.");
    }

    @Test
    void watchersSeeASearchBeginImproveAndEnd() throws Exception {
        open(30);
        var heard = new LinkedBlockingQueue<PlanSearch>();
        try (var watching = shop.loop.watchSearches(heard::add)) {
            assertThat(watching).isNotNull();
            shop.order("O-1", 30, Duration.ofHours(2));
            var story = new ArrayList<PlanSearch>();
            while (story.isEmpty() || !(story.getLast() instanceof PlanSearch.Ended)) {
                var next = heard.poll(30, TimeUnit.SECONDS);
                assertThat(next).as("after " + story).isNotNull();
                story.add(next);
            }
            assertThat(story.getFirst()).isEqualTo(new PlanSearch.Began("order O-1 was added"));
            assertThat(story).hasAtLeastOneElementOfType(PlanSearch.Better.class);
            var better = story.stream()
                    .filter(PlanSearch.Better.class::isInstance)
                    .map(PlanSearch.Better.class::cast)
                    .toList();
            for (int i = 1; i < better.size(); i++) {
                assertThat(better.get(i).objective())
                        .isLessThan(better.get(i - 1).objective());
            }
            assertThat(story.getLast()).isInstanceOfSatisfying(PlanSearch.Ended.class, ended -> {
                assertThat(ended.end()).isEqualTo(PlanSearch.End.DONE);
                assertThat(ended.conflicts()).isEmpty();
            });
        }
    }

    private Event tell(Fact fact) {
        return shop.twin
                .accept(Draft.of(shop.instant(), "user/anna", SITE, fact))
                .join();
    }

    private static Plan plan(Event adopted) {
        return ((Fact.PlanAdopted) adopted.fact()).plan();
    }

    private static PlannedOperation operation(Plan plan, String id) {
        return plan.operations().stream()
                .filter(planned -> planned.operation().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
