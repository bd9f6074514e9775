using System.Globalization;
using Hale.Faults;

namespace Hale.Shape.Tests;

/// <summary>A fault is one file in a family's folder, named after its id, with recorded evidence beside the tests.</summary>
public sealed class FaultFiles
{
    private const string Evidence = "tests/Hale.Faults.Tests/Evidence";

    private static readonly string[] Kinds = ["seen", "clear", "blind"];

    // Faults whose evidence is still to be recorded. The list may only shrink.
    private static readonly string[] Owed = [];

    public static TheoryData<string> Ids => [.. Catalogue.All.Select(fault => fault.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_fault_is_the_file_and_class_of_its_id(string id)
    {
        var fault = Catalogue.All.Single(known => known.Id == id).GetType();
        var family = fault.Namespace!.Split('.')[^1];

        Assert.Equal(PascalCase(id), fault.Name);
        Assert.Equal($"Hale.Faults.{family}", fault.Namespace);
        Assert.True(Repository.Has($"src/Hale.Faults/{family}/{fault.Name}.cs"), $"src/Hale.Faults/{family}/{fault.Name}.cs is not there");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_fault_has_evidence_of_itself_of_a_look_alike_and_of_what_cannot_be_seen(string id)
    {
        var missing = MissingKinds(EvidenceOf(id));
        if (Owed.Contains(id))
        {
            Assert.NotEmpty(missing); // Now that it is there, the fault leaves the list.
        }
        else
        {
            Assert.Empty(missing);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_evidence_of_a_fault_can_be_recorded_again(string id) =>
        Assert.True(Repository.Has($"{Evidence}/{id}/reproduce.sh"), $"{Evidence}/{id}/reproduce.sh is not there");

    [Fact]
    public void Only_faults_that_exist_owe_evidence() => Assert.Empty(Owed.Except(Catalogue.All.Select(fault => fault.Id)));

    [Fact]
    public void A_file_of_faults_is_in_a_family_or_holds_what_families_share() =>
        Assert.DoesNotContain(Repository.Files("src/Hale.Faults", ".cs"), path => path.Split('/').Length != 4);

    [Fact]
    public void All_evidence_belongs_to_a_fault() =>
        Assert.Empty(Repository.Files(Evidence, "").Select(path => path.Split('/')[3]).Distinct().Except(Catalogue.All.Select(fault => fault.Id)));

    [Fact]
    public void An_id_becomes_the_name_of_a_class_and_missing_evidence_is_seen()
    {
        Assert.Equal("DockerDaemonDown", PascalCase("docker-daemon-down"));
        Assert.Equal(["clear"], MissingKinds(["seen-held", "blind-no-answer"]));
        Assert.Equal(["blind"], MissingKinds(["seen-held", "clear-free"]));
    }

    private static IEnumerable<string> EvidenceOf(string id) =>
        Repository.Files($"{Evidence}/{id}", "").Select(path => path.Split('/')[4]).Distinct();

    private static IEnumerable<string> MissingKinds(IEnumerable<string> cases) =>
        Kinds.Except(cases.Select(name => name.Split('-')[0]));

    private static string PascalCase(string id) =>
        string.Concat(id.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
}
