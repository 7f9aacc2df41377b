package dev.millwright.loop.planning;

import static dev.millwright.loop.planning.Told.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.event.Draft;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.scheduling.Scheduler;
import dev.millwright.scheduling.cpsat.SolverSettings;
import dev.millwright.scheduling.schedule.PlanRequest;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunningSearchTest {

    private static final EquipmentId SITE = EquipmentId.of("hall");
    private static final Event ASKED =
            Event.of(7, MORNING, Draft.of(MORNING, "loop", SITE, new Fact.PlanRequested("a test", SITE)));

    private final BlockingQueue<PlanSearch> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<RunningSearch> ended = new LinkedBlockingQueue<>();
    private final RunningSearch search = new RunningSearch(ASKED, MORNING, "a test", heard::add);

    @Test
    void whatItFindsIsNewsOnce() throws InterruptedException {
        assertThat(search.news()).as("nothing yet").isNull();
        search.start(scheduler(Duration.ofMillis(300)), request(), () -> ended.add(search));
        assertThat(ended.poll(30, TimeUnit.SECONDS)).isSameAs(search);
        var news = search.news();
        assertThat(news).isNotNull();
        assertThat(news.schedule().assignments()).hasSize(8);
        assertThat(search.news()).as("the same again").isNull();
        assertThat(last()).isInstanceOfSatisfying(PlanSearch.Ended.class, told -> assertThat(told.end())
                .isEqualTo(PlanSearch.End.DONE));
    }

    @Test
    void aStoppedSearchAsksForNoLook() throws InterruptedException {
        search.stop();
        search.start(scheduler(Duration.ofSeconds(20)), request(), () -> ended.add(search));
        assertThat(last()).isInstanceOfSatisfying(PlanSearch.Ended.class, told -> assertThat(told.end())
                .isEqualTo(PlanSearch.End.CANCELLED));
        assertThat(ended).isEmpty();
    }

    /** The better plan is to be in force two seconds after the trigger, whatever the limit of the search is. */
    @Test
    void theFirstLookComesBeforeTwoSecondsAreOver() {
        assertThat(search.untilLook()).isBetween(1L, 1_500L);
        assertThat(search.lookIsDue()).isFalse();
    }

    @Test
    void plansOfOneRequestHaveNamesOfTheirOwn() {
        assertThat(search.nextPlan("annealing")).isEqualTo("annealing");
        assertThat(search.nextPlan("cp-sat")).isEqualTo("cp-sat-2");
        assertThat(search.nextPlan("cp-sat")).isEqualTo("cp-sat-3");
    }

    private PlanSearch last() throws InterruptedException {
        PlanSearch last = null;
        while (!(last instanceof PlanSearch.Ended)) {
            last = heard.poll(30, TimeUnit.SECONDS);
            assertThat(last).isNotNull();
        }
        return last;
    }

    private static Scheduler scheduler(Duration limit) {
        return new Scheduler(new SolverSettings(limit, 1, 1, false));
    }

    private static PlanRequest request() {
        var floor = new Told()
                .order("O-1", null)
                .order("O-2", null)
                .order("O-3", null)
                .order("O-4", null);
        return FloorProblem.request(floor.state(), MORNING);
    }
}
