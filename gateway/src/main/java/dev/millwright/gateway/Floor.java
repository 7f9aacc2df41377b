package dev.millwright.gateway;

import dev.millwright.loop.health.ModelDrift;
import dev.millwright.loop.planning.FloorQuestion;
import dev.millwright.loop.planning.Preview;
import dev.millwright.loop.quality.QualityDesk;
import dev.millwright.plant.EquipmentId;
import dev.millwright.plant.MaintenanceWish;
import dev.millwright.plant.OperationPin;
import dev.millwright.plant.Order;
import dev.millwright.plant.PackMlCommand;
import dev.millwright.plant.Plan;
import dev.millwright.plant.event.Event;
import dev.millwright.plant.event.Fact;
import dev.millwright.twin.Change;
import dev.millwright.twin.EventQuery;
import dev.millwright.twin.TwinState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All the gateway needs of the plant behind it: questions, and things to be done. Routes call it on virtual threads, so
 * it may wait; whatever it does is an event when it returns.
 */
public interface Floor {

    // --- questions ----------------------------------------------------------------------------------------------

    /** The present state; cheap. */
    TwinState state();

    /** The state as it was at a time of the plant. */
    TwinState stateAt(Instant time);

    /**
     * A state in which an order stands that closed so long ago that the present state has let it go; it and its lots are
     * as they ended. Empty when there never was such an order.
     */
    Optional<TwinState> pastOrder(String id);

    /** Events of the journal. */
    List<Event> events(EventQuery query);

    /** Tells of every change, in order, until closed; the subscriber is quick and never throws. */
    AutoCloseable subscribe(Consumer<Change> subscriber);

    /** The plant's clock. */
    PlantTime clock();

    /** A signal's history, downsampled. */
    Series series(SeriesQuery query);

    /** A machine's states between two times, the latest one cut off at the end. */
    List<StateStretch> timeline(EquipmentId machine, Instant from, Instant to);

    /** Where a machine's signals stood while it was well, as far as that is learned. */
    List<SignalBand> bands(EquipmentId machine);

    /** Every version of every trained model. */
    List<TrainedModel> models();

    /** How far machines have moved away from what a version was trained on; empty where that is not known. */
    Optional<ModelDrift> drift(String model, String version);

    /** Names of the pictures that lie beside a version's card, such as {@code calibration.svg}, sorted; none of no version. */
    List<String> modelPictures(String model, String version);

    /** One of these pictures as it lies there; empty for any other name. */
    Optional<byte[]> modelPicture(String model, String version, String picture);

    /** A picture an inspection kept, by the path its event names; empty when it is gone. */
    Optional<byte[]> image(String path);

    /** What people do with inspections: look closer, correct, compare. */
    QualityDesk quality();

    /**
     * The floor as a question to the scheduler: as it stands, or as it would with these facts told too. Nothing is told;
     * refused when the floor would not take one of them.
     */
    Outcome<FloorQuestion> question(List<Fact> supposed);

    /** What must be so before the server takes work. */
    List<Readiness> readiness();

    /** Numbers worth watching; asked for once, at the start. */
    List<Measure> measures();

    // --- things to be done --------------------------------------------------------------------------------------

    Outcome<Event> addOrder(Order order, String by);

    /** Changes priority and due date to these. */
    Outcome<Event> changeOrder(String order, int priority, @Nullable Instant dueDate, String by);

    Outcome<Event> cancelOrder(String order, String by);

    /** Sends a PackML command to a machine; refused when its state does not allow it. */
    Outcome<Event> command(EquipmentId machine, PackMlCommand command, String by);

    Outcome<Event> acknowledge(String alarm, String by, @Nullable String comment);

    Outcome<Event> shelve(String alarm, String by, Instant until, @Nullable String comment);

    Outcome<Event> unshelve(String alarm, String by);

    Outcome<Event> requestMaintenance(MaintenanceWish wish, @Nullable String reason, String by);

    Outcome<Event> withdrawMaintenance(String wish, String by);

    /** Holds a waiting operation to a machine, a start, or both; the plan follows by itself. */
    Outcome<Event> pin(String lot, String operation, OperationPin pin, String by);

    Outcome<Event> unpin(String lot, String operation, String by);

    /** Puts a lot on quality hold: it is neither planned nor begun until it is released. */
    Outcome<Event> hold(String lot, String why, String by);

    Outcome<Event> release(String lot, String by);

    /** Plans anew; the event is the request, the plan follows by itself. */
    Outcome<Event> replan(String by);

    /**
     * Brings a plan into force, moved onto the floor as it is then; the event is its adoption. Refused when the floor has
     * moved on so far that the plan cannot be followed.
     */
    Outcome<Event> adopt(Plan plan, String words);

    /** Tells what the loop's own searches find, until closed; the listener is quick and never throws. */
    AutoCloseable searches(Consumer<SearchNews> listener);

    /**
     * The plan that would be adopted at once were these facts told too. Nothing is told; refused when the floor would not
     * take one of them.
     */
    Outcome<Preview> preview(List<Fact> supposed);

    /** Looks at a picture; the event carries what was found. */
    Outcome<Event> inspect(InspectionRequest request);

    /** Makes a version of a model the active one and the active one a shadow; refused when it is active already. */
    Outcome<Event> promote(String model, String version, String by);

    /** Makes the active version of a model a shadow, so that none counts; refused when none did. */
    Outcome<Event> retire(String model, String by);

    /** Takes a defect found elsewhere into the machine's account. */
    Outcome<Event> reportDefect(DefectReport defect);

    /** Measures how fast inspection is. */
    Outcome<Benchmark> benchmark(int iterations, int batchSize);
}
