using Hale.Kernel.Faults;

namespace Hale.Healing;

/// <summary>Asks the person without telling any of the project's secrets.</summary>
/// <param name="consent">Who asks.</param>
/// <param name="redact">Takes the secrets out of a text.</param>
public sealed class DiscreetConsent(IConsent consent, Func<string, string> redact) : IConsent
{
    public IReadOnlyList<string> Expendable => consent.Expendable;

    public Task<bool> AllowsAsync(Act act, CancellationToken stop) => consent.AllowsAsync(act.Told(redact), stop);
}
