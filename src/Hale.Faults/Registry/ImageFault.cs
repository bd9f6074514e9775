using Hale.Kernel.Faults;

namespace Hale.Faults.Registry;

/// <summary>A fault of one image that cannot be had; what mends it is a mirror, else a stand-in, else a person.</summary>
public abstract class ImageFault : Fault
{
    private const string MirrorFact = "mirror";
    private const string RecipeFact = "recipe";
    private const string BootstrapFact = "bootstrap";

    public override Needs Needs => Needs.Images | Needs.Machine;

    private protected abstract ImageTrouble Trouble { get; }

    /// <summary>True when the image itself is right and another place may give it.</summary>
    private protected virtual bool AnotherPlaceMayServe => true;

    /// <summary>The cause, in words that follow the image's name.</summary>
    private protected abstract string Cause(WantedImage image);

    /// <summary>What a person can do.</summary>
    private protected abstract IReadOnlyList<string> Advise(string image);

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Images.Has(out var images))
        {
            return Diagnosis.CannotTell(evidence.Images.Unknown);
        }

        var missing = images.Images.Where(image => MissingImage.Is(image) && MissingImage.TroubleOf(image) == Trouble);
        return Diagnosis.Present([.. missing.Select(image => Find(image, images, evidence.Machine.Known))]);
    }

    public override Remedy Mend(Finding finding)
    {
        var facts = finding.Facts;
        var advice = Advise(finding.Subject);
        if (!AnotherPlaceMayServe)
        {
            return Remedy.ByHand(advice);
        }

        if (facts.GetValueOrDefault(MirrorFact) is { } mirror)
        {
            return new Remedy { Acts = [new UseMirror(finding.Subject, mirror, finding.Says)], Advice = advice };
        }

        if (facts.GetValueOrDefault(RecipeFact) is not { } recipe || facts.GetValueOrDefault(BootstrapFact) is not { } bootstrap)
        {
            return Remedy.ByHand(advice);
        }

        var make = new MakeStandIn(finding.Subject, recipe, finding.Says);
        var install = new InstallPackages(
            bootstrap == "ubuntu" ? ["mmdebstrap", "debian-archive-keyring"] : ["mmdebstrap"],
            new PackageSource(PackageSourceKind.Distribution),
            "stand-ins are unpacked from the distribution's archive with it");
        return new Remedy { Acts = bootstrap == "here" ? [make] : [install, make], Advice = advice };
    }

    private Finding Find(WantedImage image, ImageFacts images, MachineFacts? machine)
    {
        var facts = new Dictionary<string, string>();
        if (image.OfferedBy is { } mirror)
        {
            facts[MirrorFact] = mirror;
        }

        var distribution = machine?.Distribution is "debian" or "ubuntu" ? machine.Distribution : null;
        if (image.Recipe is { } recipe && images.ArchiveAnswers && (images.CanBootstrap ? "here" : distribution) is { } bootstrap)
        {
            facts[RecipeFact] = recipe;
            facts[BootstrapFact] = bootstrap;
        }

        return new Finding(Id, image.Reference, $"'{image.Reference}' {Cause(image)}") { Facts = facts };
    }
}
