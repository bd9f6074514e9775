namespace Hale.Kernel.Faults;

/// <summary>What it comes to when a fault found nothing: clear only if it could look.</summary>
public static class NothingFound
{
    /// <summary>Clear when all these readings are known; otherwise it cannot be told, for the reason of the first that is not.</summary>
    public static Diagnosis In(Evidence evidence, Needs readings)
    {
        var lacking = Enum.GetValues<Needs>().Where(reading => reading is not Needs.None && readings.HasFlag(reading)).Select(reading => StateOf(evidence, reading)).Where(state => !state.Known).ToList();
        return lacking.Count == 0 ? Diagnosis.Absent : Diagnosis.CannotTell(lacking.Select(state => state.Why).FirstOrDefault(why => why is not null));
    }

    private static (bool Known, string? Why) StateOf(Evidence evidence, Needs reading) => reading switch
    {
        Needs.Machine => Of(evidence.Machine),
        Needs.Tools => Of(evidence.Tools),
        Needs.Engine => Of(evidence.Engine),
        Needs.Project => Of(evidence.Project),
        Needs.Model => Of(evidence.Model),
        Needs.Images => Of(evidence.Images),
        Needs.Trust => Of(evidence.Trust),
        Needs.Containers => Of(evidence.Containers),
        Needs.Attempt => Of(evidence.Attempt),
        Needs.Ports => Of(evidence.Ports),
        Needs.Neighbours => Of(evidence.Neighbours),
        Needs.Mounts => Of(evidence.Mounts),
        Needs.EnvFiles => Of(evidence.EnvFiles),
        Needs.Poetry => Of(evidence.Poetry),
        Needs.Programs => Of(evidence.Programs),
        Needs.Sources => Of(evidence.Sources),
        Needs.Node => Of(evidence.Node),
        Needs.Changes => Of(evidence.Changes),
        Needs.Places => Of(evidence.Places),
        Needs.Certificates => Of(evidence.Certificates),
        Needs.Checkout => Of(evidence.Checkout),
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading, "there is no such reading"),
    };

    private static (bool Known, string? Why) Of<T>(Reading<T> reading)
        where T : class => (reading.Known is not null, reading.Unknown);
}
