using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Healing.Tests;

/// <summary>Which findings are told as roots, and which as what follows from them.</summary>
public sealed class Following
{
    private static readonly Stack Chain = new()
    {
        Name = "chain",
        Services = [Service("db"), Service("api", "db"), Service("web", "api"), Service("mail")],
    };

    [Fact]
    public void One_root_is_told_where_the_trouble_runs_through_three_services()
    {
        var disk = Found("disk-full", "machine", causes: ["db-crash"]);
        var crash = Found("db-crash", "db");
        var unhealthy = Found("unhealthy", "web", spreads: true);

        var follows = Causality.Of([unhealthy, crash, disk], Chain);

        Assert.Same(disk.Findings[0], follows[crash.Findings[0]]);
        Assert.Same(crash.Findings[0], follows[unhealthy.Findings[0]]);
        Assert.DoesNotContain(disk.Findings[0], follows.Keys);
    }

    [Fact]
    public void What_is_wrong_in_a_service_that_does_not_need_the_broken_one_is_a_root_of_its_own()
    {
        var crash = Found("db-crash", "db", causes: ["crash"]);
        var other = Found("crash", "mail", spreads: true);

        Assert.Empty(Causality.Of([crash, other], Chain));
    }

    [Fact]
    public void A_finding_that_names_another_service_follows_from_the_trouble_of_that_one_alone()
    {
        var crash = Found("crash", "mail");
        var proxy = new Case(new Named("no-name", [], false), Diagnosis.Present(new Finding("no-name", "web", "it is so") { ExplainedBy = "mail" }));

        Assert.Same(crash.Findings[0], Causality.Of([proxy, crash], Chain)[proxy.Findings[0]]);
        Assert.Empty(Causality.Of([proxy, Found("crash", "db")], Chain));
    }

    [Fact]
    public void A_warning_explains_nothing()
    {
        var warned = Found("slow", "db", warns: true);
        var crash = Found("crash", "api", spreads: true);

        Assert.Empty(Causality.Of([warned, crash], Chain));
    }

    [Fact]
    public void Of_two_that_would_explain_each_other_one_stays_a_root()
    {
        var one = Found("one", "db", causes: ["two"]);
        var two = Found("two", "db", causes: ["one"]);

        Assert.Single(Causality.Of([one, two], Chain));
    }

    [Fact]
    public void Without_a_model_what_a_fault_names_as_its_consequence_still_follows()
    {
        var missing = Found("missing", "compose.yaml", causes: ["invalid"]);
        var invalid = Found("invalid", "project");

        Assert.Same(missing.Findings[0], Causality.Of([invalid, missing], stack: null)[invalid.Findings[0]]);
    }

    private static Service Service(string name, params string[] needs) => new()
    {
        Name = name,
        Image = "any",
        DependsOn = [.. needs.Select(on => new Dependency(on, DependencyCondition.Started, true))],
    };

    private static Case Found(string id, string subject, string[]? causes = null, bool spreads = false, bool warns = false) =>
        new(new Named(id, causes ?? [], spreads), Diagnosis.Present(new Finding(id, subject, "it is so") { OnlyWarns = warns }));

    private sealed class Named(string id, string[] causes, bool spreads) : Fault
    {
        public override string Id => id;

        public override string Title => id;

        public override string Page => id;

        public override Needs Needs => Needs.None;

        public override IReadOnlyList<string> Causes => causes;

        public override bool FollowsFromDependencies => spreads;

        public override Diagnosis Detect(Evidence evidence) => Diagnosis.Absent;
    }
}
