using Hale.Kernel;
using Hale.Kernel.Faults;

namespace Hale.Machine.Certificates;

/// <summary>Looks at the certificate that the project wants and at the authority that signs it.</summary>
public sealed class CertificateProbe(CertificateSight sight) : IProbe
{
    public Needs Gives => Needs.Certificates;

    public Needs After => Needs.Model;

    public TimeSpan Patience => TimeSpan.FromSeconds(10);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Certificates = Reading.Blind<CertificateFacts>(why) };

    // A folder on a disk that does not answer would hold the caller.
    public Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop) => Task.Run(() => Look(known), stop);

    private Func<Evidence, Evidence> Look(Evidence known)
    {
        if (known.Model.Known?.Stack is not { } stack)
        {
            return Blind("Compose gave no model, so which certificates are wanted is not known");
        }

        var seen = sight.Look(stack);
        return evidence => evidence with { Certificates = seen };
    }
}
