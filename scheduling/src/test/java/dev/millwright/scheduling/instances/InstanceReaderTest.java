package dev.millwright.scheduling.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millwright.scheduling.Instances;
import dev.millwright.scheduling.problem.Job;
import dev.millwright.scheduling.problem.Mode;
import dev.millwright.scheduling.problem.Operation;
import dev.millwright.scheduling.problem.Precedence;
import dev.millwright.scheduling.schedule.Objective;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstanceReaderTest {
    private static final String TARDINESS = """
            2\t3
            Processing times:
            5\t6
            7\t8
            9\t4
            Routes of jobs:
            2\t1
            1\t2
            2\t1
            Due dates:
            11
            12
            13
            """;

    @Test
    void theStandardTextNumbersMachinesFromZero() {
        var problem = Instances.ft06();
        assertThat(problem.machines()).hasSize(6);
        assertThat(problem.openOperations()).isEqualTo(36);
        assertThat(problem.jobs().getFirst().operations().getFirst().modes()).containsExactly(new Mode("M3", 1));
    }

    @Test
    void industrialJobsDifferInLengthAndComeBackToAMachine() {
        var instance = InstanceReader.parse("bel.txt", "# from a plant\n2 3\n0 5 1 6 0 7 2 8\n1 4\n");
        assertThat(instance.format()).startsWith("job shop, standard");
        assertThat(instance.name()).isEqualTo("bel");
        assertThat(modes(instance.problem().jobs().getFirst()))
                .containsExactly(new Mode("M1", 5), new Mode("M2", 6), new Mode("M1", 7), new Mode("M3", 8));
        assertThat(modes(instance.problem().jobs().getLast())).containsExactly(new Mode("M2", 4));
        assertThat(instance.objective()).isEqualTo(Objective.ofMakespan());
    }

    @Test
    void taillardsOwnTextSplitsTimesFromMachines() {
        var instance =
                InstanceReader.parse("tai", "2 2 840612802 398197754 1231 1005\nTimes\n5 6\n7 8\nMachines\n2 1\n1 2\n");
        assertThat(instance.format()).isEqualTo("job shop, Taillard's text");
        assertThat(modes(instance.problem().jobs().getFirst())).containsExactly(new Mode("M2", 5), new Mode("M1", 6));
    }

    @Test
    void theFlexibleTextNumbersMachinesFromOneWithOrWithoutFlexibilityInItsHead() {
        for (var head : List.of("1 2 1.5", "1 2")) {
            var instance = InstanceReader.parse("small", head + "\n2  2 1 5 2 7  1 2 3\n");
            assertThat(instance.format()).as(head).contains(".fjs");
            assertThat(instance.problem()
                            .jobs()
                            .getFirst()
                            .operations()
                            .getFirst()
                            .modes())
                    .containsExactly(new Mode("M1", 5), new Mode("M2", 7));
        }
    }

    /** The value in row i and column j is the setup from i to j; pairs that cannot meet have none. */
    @Test
    void setupsFollowTheFlexibleBlock() {
        var instance = InstanceReader.parse("sdst.fjs", """
                1 2
                2 2 1 5 2 7 1 2 3

                1 1000000
                1000000 1
                4 9
                6 2
                """);
        assertThat(instance.format()).contains("setups");
        var setups = instance.problem().setups();
        assertThat(setups.between("M2", "J1-1", "J1-2")).isEqualTo(9);
        assertThat(setups.between("M2", "J1-2", "J1-1")).isEqualTo(6);
        assertThat(setups.between("M1", "J1-1", "J1-2")).isZero();
        assertThat(instance.problem().jobs().getFirst().operations())
                .extracting(Operation::family)
                .containsExactly("J1-1", "J1-2");
    }

    @Test
    void aFlowShopHasARowForEachMachine() {
        var instance = InstanceReader.parse("tfs", " 4 2\n 5 6 7 8\n 1 2 3 4\n");
        assertThat(instance.format()).isEqualTo("flow shop");
        assertThat(instance.problem().jobs()).hasSize(4);
        assertThat(modes(instance.problem().jobs().get(2))).containsExactly(new Mode("M1", 7), new Mode("M2", 3));
    }

    /** With twice as many jobs as machines a row is as long in both formats; the number of rows tells them apart. */
    @Test
    void aJobShopOfTheSameRowLengthStaysAJobShopEvenWhenARowIsMissing() {
        var whole = "4 2\n0 1 1 1\n1 1 0 1\n0 1 1 1\n1 1 0 1\n";
        assertThat(InstanceReader.parse("jsp", whole).format()).startsWith("job shop, standard");
        assertThatThrownBy(() -> InstanceReader.parse("jsp", whole.substring(0, whole.length() - 8)))
                .hasMessageContaining("jsp: ends where job 4 was expected");
    }

    @Test
    void totalTardinessListsDurationsByMachineAndThenTheRoute() {
        var instance = InstanceReader.parse("P0.txt", TARDINESS);
        var jobs = instance.problem().jobs();
        assertThat(jobs).hasSize(3).extracting(Job::dueDate).containsExactly(11L, 12L, 13L);
        assertThat(modes(jobs.getFirst())).containsExactly(new Mode("M2", 6), new Mode("M1", 5));
        assertThat(instance.objective()).isEqualTo(Objective.ofTardiness());
    }

    /** gta41 has two stray numbers behind its last route. */
    @Test
    void aRouteEndsWhenEveryMachineWasVisited() {
        var instance = InstanceReader.parse("P0.txt", TARDINESS.replace("2\t1\nDue", "2\t1\t47\t79\nDue"));
        assertThat(modes(instance.problem().jobs().getLast())).containsExactly(new Mode("M2", 4), new Mode("M1", 9));
    }

    @Test
    void singerAndPinedosFilesAddReleaseDueDateAndWeight() {
        var instance = InstanceReader.parse("abz_f1.3.txt", "2 2\n0 5 1 6\n1 4 0 3\n1 14 4\n0 9 2\n");
        assertThat(instance.name()).isEqualTo("abz_f1.3");
        var first = instance.problem().jobs().getFirst();
        assertThat(first.releaseDate()).isEqualTo(1);
        assertThat(first.dueDate()).isEqualTo(14);
        assertThat(first.weight()).isEqualTo(4);
        assertThat(instance.objective()).isEqualTo(Objective.ofTardiness());
    }

    @Test
    void arcsThatFormChainsAreJobs() {
        var instance = InstanceReader.parse("yfjs", "3 1 2\n0 2\n1 0 5\n2 0 4 1 3\n1 1 6\n");
        assertThat(instance.format()).contains("arbitrary precedence");
        var jobs = instance.problem().jobs();
        assertThat(modes(jobs.getFirst())).containsExactly(new Mode("M1", 5), new Mode("M2", 6));
        assertThat(jobs.getLast().operations().getFirst().modes())
                .containsExactly(new Mode("M1", 4), new Mode("M2", 3));
    }

    @Test
    void aBadFileIsRefusedWithItsLineWhatWasFoundAndWhatWasExpected() {
        refused("1 1\n0 five", "bad, line 2: has 'five' where a duration was expected");
        refused("# two jobs\n2 3\n0 5 1 4 2 6", "bad: ends where job 2 was expected");
        refused("1 1\n3 5", "bad, line 2: has a machine 3, expected 0 to 0");
        refused("1 1 1\n1 1 1", "bad, line 2: ends where a duration was expected");
        refused("1 1 1\n1 1 1 5 7", "bad, line 2: goes on with '7' after operation 1");
        refused("1 1 1\n0 1 1 5", "bad, line 2: has 0 as the number of operations, expected 1 or more");
        refused("1 2\n0 5 1 3\n0 1 1 1", "bad, line 3: is one more than expected after job 1");
        refused("3 2\n5 6 7\n", "bad: ends where the durations on machine 2 was expected");
        refused("2 2\n0 5 1 6\n1 4 0 3\n1 14 4\n0 9\n", "bad, line 5: ends where a weight was expected");
        refused(TARDINESS.replace("2\t1\n1\t2", "2\t1\n1\t3"), "bad, line 8: has a machine 3, expected 1 to 2");
        refused("2 2\n2 1 1 3 2 1 4 2 5\n", "bad: ends where job 2 was expected");
        refused("jobs\n", "bad: holds no line of numbers");
        refused("7\n", "bad, line 1: does not begin with two whole numbers, expected 'jobs machines'");
    }

    @Test
    void assemblyReadsJoinsAndForksAsOneJobEach() {
        var problem = InstanceReader.parse("joined", "5 3 2\n0 2\n1 2\n3 4\n1 0 5\n1 0 4\n1 1 6\n1 0 1\n1 1 2\n")
                .problem();
        assertThat(problem.jobs()).extracting(job -> job.operations().size()).containsExactly(3, 2);
        assertThat(problem.jobs().getFirst().precedences())
                .containsExactly(Precedence.of("J1-1", "J1-3"), Precedence.of("J1-2", "J1-3"));
        refused("2 2 2\n0 1\n1 0\n1 0 5\n1 0 4\n", "J1-1");
    }

    private static void refused(String text, String complaint) {
        assertThatThrownBy(() -> InstanceReader.parse("bad", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    private static List<Mode> modes(Job job) {
        return job.operations().stream()
                .map(operation -> operation.modes().getFirst())
                .toList();
    }
}
