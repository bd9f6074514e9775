using Hale.Kernel.Faults;

namespace Hale.Faults.Tests;

/// <summary>Evidence as it were had some of its readings failed.</summary>
internal static class Unread
{
    private const string Why = "the test took it away";

    /// <summary>The evidence with the readings that are named unknown.</summary>
    public static Evidence Of(Evidence evidence, Needs readings)
    {
        var less = evidence with { };
        foreach (var reading in typeof(Evidence).GetProperties().Where(property => readings.HasFlag(Enum.Parse<Needs>(property.Name))))
        {
            var unknown = Activator.CreateInstance(reading.PropertyType)!;
            reading.PropertyType.GetProperty("Unknown")!.SetValue(unknown, Why);
            reading.SetValue(less, unknown);
        }

        return less;
    }
}
