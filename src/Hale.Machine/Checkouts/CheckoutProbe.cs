using Hale.Kernel;
using Hale.Kernel.Faults;

namespace Hale.Machine.Checkouts;

/// <summary>Looks by which name this checkout goes.</summary>
public sealed class CheckoutProbe(CheckoutFile file) : IProbe
{
    public Needs Gives => Needs.Checkout;

    public Needs After => Needs.None;

    public TimeSpan Patience => TimeSpan.FromSeconds(5);

    public Func<Evidence, Evidence> Blind(string why) => evidence => evidence with { Checkout = Reading.Blind<CheckoutFacts>(why) };

    public Task<Func<Evidence, Evidence>> LookAsync(Evidence known, CancellationToken stop)
    {
        var facts = file.Facts();
        return Task.FromResult<Func<Evidence, Evidence>>(evidence => evidence with { Checkout = Reading.Of(facts) });
    }
}
