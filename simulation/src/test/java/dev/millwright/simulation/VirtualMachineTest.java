package dev.millwright.simulation;

import static dev.millwright.plant.PlantFixtures.DRILL;
import static dev.millwright.plant.PlantFixtures.PRESS_1;
import static dev.millwright.plant.PlantFixtures.PRESS_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MachineCommand;
import dev.millwright.plant.MachineMode;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.PackMlState;
import dev.millwright.plant.PlantFixtures;
import dev.millwright.plant.event.Fact;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VirtualMachineTest {

    private static final EquipmentId STORE = EquipmentId.of("hall/area/line-1/cell/store");

    private final TestFloor floor = new TestFloor(PlantFixtures.cell(), 1);

    @BeforeEach
    void switchOn() {
        floor.pass(10);
    }

    @Test
    void isSwitchedOnThroughResettingToIdle() {
        assertThat(floor.states(PRESS_1)).containsExactly(PackMlState.RESETTING, PackMlState.IDLE);
    }

    @Test
    void worksThroughSetupAndPartsAndIsIdleAgain() {
        floor.forget();
        floor.work(PRESS_1, "O-1.1:10", 3, 10, 60, false);
        floor.pass(200);
        assertThat(floor.states(PRESS_1))
                .containsExactly(
                        PackMlState.STARTING,
                        PackMlState.EXECUTE,
                        PackMlState.COMPLETING,
                        PackMlState.COMPLETE,
                        PackMlState.RESETTING,
                        PackMlState.IDLE);
        assertThat(floor.facts(PRESS_1, Fact.MachineModeChanged.class))
                .extracting(Fact.MachineModeChanged::mode)
                .containsExactly(MachineMode.SETUP, MachineMode.PRODUCTION);
        assertThat(floor.facts(PRESS_1, Fact.OperationStarted.class))
                .containsExactly(new Fact.OperationStarted("O-1.1", "O-1.1:10"));
        assertThat(floor.facts(PRESS_1, Fact.PartsCounted.class)).hasSize(2);
        assertThat(floor.facts(PRESS_1, Fact.OperationCompleted.class))
                .singleElement()
                .satisfies(done ->
                        assertThat(done.good() + done.scrap() + done.rework()).isEqualTo(3));
    }

    @Test
    void holdsAndSuspendsWithoutLosingTheBegunPart() {
        floor.work(PRESS_1, "O-1.1", 10, 2);
        floor.pass(20);
        floor.tell(PRESS_1, PackMlCommand.HOLD);
        floor.pass(600);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.HELD);
        floor.tell(PRESS_1, PackMlCommand.UNHOLD);
        floor.pass(1.5);
        floor.tell(PRESS_1, PackMlCommand.SUSPEND);
        floor.pass(600);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.SUSPENDED);
        floor.tell(PRESS_1, PackMlCommand.UNSUSPEND);
        floor.pass(60);
        assertThat(floor.facts(PRESS_1, Fact.OperationCompleted.class)).hasSize(1);
        assertThat(floor.facts(PRESS_1, Fact.OperationInterrupted.class)).isEmpty();
    }

    /** PackML: an illegal command does nothing, and the machine says where it stands. */
    @Test
    void answersAnIllegalCommandWithItsUnchangedState() {
        for (var command : PackMlCommand.values()) {
            if (PackMlState.IDLE.after(command) == null) {
                floor.forget();
                floor.tell(PRESS_1, command);
                floor.pass(5);
                assertThat(floor.states(PRESS_1)).as(command.name()).containsExactly(PackMlState.IDLE);
            }
        }
    }

    @Test
    void staysStoppedUntilItIsReset() {
        floor.work(PRESS_1, "O-1.1", 10, 5);
        floor.pass(60);
        floor.tell(PRESS_1, PackMlCommand.STOP);
        floor.pass(600);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.STOPPED);
        assertThat(floor.facts(PRESS_1, Fact.OperationInterrupted.class))
                .singleElement()
                .satisfies(stopped -> {
                    assertThat(stopped.processed()).isBetween(1, 4);
                    assertThat(stopped.why()).isEqualTo("by command");
                });
        floor.tell(PRESS_1, PackMlCommand.RESET);
        floor.pass(5);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.IDLE);
    }

    @Test
    void staysAbortedByHandUntilItIsClearedAndReset() {
        floor.tell(PRESS_1, PackMlCommand.ABORT);
        floor.pass(36_000);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.ABORTED);
        floor.tell(PRESS_1, PackMlCommand.CLEAR);
        floor.pass(60);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.STOPPED);
        floor.tell(PRESS_1, PackMlCommand.RESET);
        floor.pass(60);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.IDLE);
    }

    @Test
    void completeEndsTheOperationEarly() {
        floor.work(PRESS_1, "O-1.1", 10, 50);
        floor.pass(60);
        floor.tell(PRESS_1, PackMlCommand.COMPLETE);
        floor.pass(10);
        assertThat(floor.facts(PRESS_1, Fact.OperationInterrupted.class)).hasSize(1);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.IDLE);
    }

    @Test
    void breaksDownIsRepairedAndTakesUpWhatIsLeft() {
        floor.work(PRESS_1, "O-1.1", 10, 10);
        floor.pass(75);
        floor.forget();
        floor.plant.degrade(PRESS_1, 0.9);
        floor.plant.fail(PRESS_1, "bearing seized", Duration.ofMinutes(20));
        floor.plant.fail(PRESS_1, "again", Duration.ofMinutes(90));
        floor.pass(60);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.ABORTED);
        var interrupted = floor.facts(PRESS_1, Fact.OperationInterrupted.class).getFirst();
        assertThat(interrupted.why()).isEqualTo("bearing seized");
        assertThat(interrupted.processed()).isBetween(2, 9);
        floor.tell(PRESS_1, PackMlCommand.CLEAR);
        floor.pass(60);
        assertThat(floor.state(PRESS_1))
                .as("a broken machine cannot be cleared")
                .isEqualTo(PackMlState.ABORTED);
        floor.pass(1200);
        assertThat(floor.states(PRESS_1))
                .containsSubsequence(
                        PackMlState.ABORTING,
                        PackMlState.ABORTED,
                        PackMlState.CLEARING,
                        PackMlState.STOPPED,
                        PackMlState.RESETTING,
                        PackMlState.IDLE);
        assertThat(floor.plant.wear(PRESS_1)).isZero();
        floor.work(PRESS_1, "O-1.1", 10, 10 - interrupted.processed());
        floor.pass(300);
        var done = floor.facts(PRESS_1, Fact.OperationCompleted.class).getFirst();
        assertThat(done.good() + done.scrap() + interrupted.processed()).isEqualTo(10);
    }

    /** Failures come from wear, at drawn lives, and stop the work: not on the dot of the mean, and not beside it. */
    @Test
    void wearsOutWhileItWorks() {
        floor.plant.degrade(PRESS_1, 1);
        floor.work(PRESS_1, "O-1.1", 10, 10);
        floor.pass(120);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.ABORTED);
        assertThat(floor.facts(PRESS_1, Fact.MachineStateChanged.class))
                .anySatisfy(state -> assertThat(state.cause()).isIn("overheated", "bearing seized"));
        floor.pass(4 * 3600);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.IDLE);
    }

    @Test
    void anIdleMachineDoesNotWear() {
        double before = floor.plant.wear(PRESS_1);
        floor.pass(8 * 3600);
        assertThat(floor.plant.wear(PRESS_1)).isEqualTo(before);
    }

    @Test
    void signalsFollowWearTowardsTheLimit() {
        floor.plant.degrade(PRESS_1, 0);
        floor.forget();
        floor.pass(600);
        assertThat(mean("temperature")).isBetween(59.5, 60.5);
        floor.plant.degrade(PRESS_1, 1);
        floor.pass(1);
        floor.forget();
        floor.pass(600);
        assertThat(mean("temperature")).isBetween(79.5, 80.5);
    }

    @Test
    void readsEachSignalOnceInItsPeriodOrEveryKthTime() {
        floor.forget();
        floor.pass(100);
        assertThat(floor.facts(PRESS_1, Fact.ReadingsTaken.class)).hasSizeBetween(99, 101);
        floor.plant.setSamplingFactor(10);
        floor.pass(1);
        floor.forget();
        floor.pass(100);
        assertThat(floor.facts(PRESS_1, Fact.ReadingsTaken.class)).hasSizeBetween(9, 11);
        assertThatThrownBy(() -> floor.plant.setSamplingFactor(0)).hasMessageContaining("0-th");
    }

    @Test
    void isMaintainedAfterTheRunningOperationAndIsNewAgain() {
        floor.plant.degrade(PRESS_1, 0.6);
        floor.work(PRESS_1, "O-1.1", 10, 8);
        floor.pass(40);
        floor.plant.command(PRESS_1, new MachineCommand.Maintain("W-1", 600));
        floor.pass(10);
        assertThat(floor.facts(PRESS_1, Fact.MaintenanceStarted.class)).isEmpty();
        floor.pass(80);
        assertThat(floor.facts(PRESS_1, Fact.OperationCompleted.class)).hasSize(1);
        assertThat(floor.facts(PRESS_1, Fact.MaintenanceStarted.class)).hasSize(1);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.STOPPED);
        floor.tell(PRESS_1, PackMlCommand.RESET);
        floor.pass(60);
        assertThat(floor.state(PRESS_1)).as("locked while people work at it").isEqualTo(PackMlState.STOPPED);
        floor.pass(600);
        assertThat(floor.facts(PRESS_1, Fact.MaintenanceFinished.class))
                .containsExactly(new Fact.MaintenanceFinished("W-1"));
        assertThat(floor.facts(PRESS_1, Fact.MachineModeChanged.class))
                .containsExactly(
                        new Fact.MachineModeChanged(MachineMode.MAINTENANCE),
                        new Fact.MachineModeChanged(MachineMode.PRODUCTION));
        assertThat(floor.plant.wear(PRESS_1)).isZero();
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.IDLE);
        floor.plant.command(PRESS_1, new MachineCommand.Maintain("W-1", 600));
        floor.pass(900);
        assertThat(floor.facts(PRESS_1, Fact.MaintenanceStarted.class)).hasSize(1);
    }

    @Test
    void aBreakdownPutsMaintenanceOffUntilTheRepair() {
        floor.plant.command(PRESS_1, new MachineCommand.Maintain("W-2", 600));
        floor.pass(60);
        assertThat(floor.plant.describe(PRESS_1))
                .anySatisfy(draft -> assertThat(draft.fact()).isEqualTo(new Fact.MaintenanceStarted("W-2")));
        floor.plant.fail(PRESS_1, "dropped spanner", Duration.ofMinutes(5));
        floor.pass(1200);
        assertThat(floor.facts(PRESS_1, Fact.MaintenanceStarted.class)).hasSize(2);
        assertThat(floor.facts(PRESS_1, Fact.MaintenanceFinished.class)).hasSize(1);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.IDLE);
    }

    /** A starved machine says so, and begins by itself when the lot is there. */
    @Test
    void suspendsUntilTheLotComesFromItsStepBefore() {
        floor.work(PRESS_1, "O-1.1", 10, 3);
        floor.work(DRILL, "O-1.1", 20, 3);
        floor.pass(40);
        assertThat(floor.state(DRILL)).isEqualTo(PackMlState.SUSPENDED);
        assertThat(floor.facts(DRILL, Fact.MachineStateChanged.class))
                .anySatisfy(state -> assertThat(state.cause()).isEqualTo("waits for lot O-1.1"));
        assertThat(floor.facts(DRILL, Fact.OperationStarted.class)).isEmpty();
        floor.pass(120);
        assertThat(floor.facts(DRILL, Fact.OperationCompleted.class)).hasSize(1);
        assertThat(floor.facts(DRILL, Fact.LotArrived.class)).containsExactly(new Fact.LotArrived("O-1.1"));
    }

    @Test
    void dropsWorkThatWaitsAndWorkThatRuns() {
        floor.work(DRILL, "O-1.1", 20, 3);
        floor.pass(10);
        assertThat(floor.state(DRILL)).isEqualTo(PackMlState.SUSPENDED);
        floor.plant.command(DRILL, new MachineCommand.Drop("O-1.1:20"));
        floor.pass(10);
        assertThat(floor.state(DRILL)).isEqualTo(PackMlState.IDLE);
        assertThat(floor.facts(DRILL, Fact.OperationInterrupted.class)).isEmpty();
        floor.work(PRESS_1, "O-1.1", 10, 30);
        floor.pass(60);
        floor.plant.command(PRESS_1, new MachineCommand.Drop("O-1.1:10"));
        floor.pass(10);
        assertThat(floor.facts(PRESS_1, Fact.OperationInterrupted.class)).hasSize(1);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.IDLE);
    }

    @Test
    void theLatestInstructionWinsAndNothingRunsTwice() {
        floor.tell(PRESS_1, PackMlCommand.STOP);
        floor.pass(5);
        floor.work(PRESS_1, "O-1.1", 10, 3);
        floor.work(PRESS_2, "O-1.1", 10, 3);
        floor.pass(20);
        floor.work(PRESS_2, "O-1.1", 10, 3);
        floor.tell(PRESS_1, PackMlCommand.RESET);
        floor.pass(200);
        floor.work(PRESS_1, "O-1.1", 10, 3);
        floor.pass(100);
        assertThat(floor.facts(PRESS_1, Fact.OperationStarted.class)).isEmpty();
        assertThat(floor.facts(PRESS_2, Fact.OperationStarted.class)).hasSize(1);
    }

    @Test
    void startedByHandItWaitsForWork() {
        floor.tell(PRESS_1, PackMlCommand.START);
        floor.pass(10);
        assertThat(floor.state(PRESS_1)).isEqualTo(PackMlState.SUSPENDED);
        floor.work(PRESS_1, "O-1.1", 10, 1);
        floor.pass(60);
        assertThat(floor.facts(PRESS_1, Fact.OperationCompleted.class)).hasSize(1);
    }

    @Test
    void lotsComeFromTheStoreAndGoBackThere() {
        floor.work(PRESS_1, "O-1.1", 10, 1);
        floor.pass(300);
        assertThat(floor.facts(STORE, Fact.LotArrived.class)).hasSize(2);
        assertThat(floor.facts(PRESS_1, Fact.LotArrived.class)).hasSize(1);
        assertThat(floor.plant.describe(STORE)).singleElement().satisfies(draft -> assertThat(draft.fact())
                .isEqualTo(new Fact.LotArrived("O-1.1")));
    }

    @Test
    void whatItIsToldMustExist() {
        var nowhere = EquipmentId.of("hall/nowhere");
        assertThatThrownBy(() -> floor.tell(nowhere, PackMlCommand.START)).hasMessageContaining("no machine of plant");
        assertThatThrownBy(() -> floor.plant.degrade(PRESS_1, 2)).hasMessageContaining("from 0 (new) to 1");
        assertThat(floor.plant.now()).isEqualTo(floor.now());
    }

    private double mean(String signal) {
        return floor.facts(PRESS_1, Fact.ReadingsTaken.class).stream()
                .flatMap(taken -> taken.readings().stream())
                .filter(reading -> reading.signal().equals(signal))
                .mapToDouble(reading -> reading.value())
                .average()
                .orElseThrow();
    }
}
