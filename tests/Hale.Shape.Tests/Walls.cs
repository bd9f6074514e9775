using System.Xml.Linq;

namespace Hale.Shape.Tests;

/// <summary>Who may know whom, and which packages may enter which room: the list that docs/architecture.md speaks of.</summary>
public sealed class Walls
{
    private static readonly Dictionary<string, (string[] Knows, string[] Packages)> Map = new()
    {
        ["Hale.Kernel"] = ([], []),
        ["Hale.Generators"] = ([], ["Microsoft.CodeAnalysis.CSharp"]),
        ["Hale.Faults"] = (["Hale.Kernel", "Hale.Generators"], ["Microsoft.CodeAnalysis.BannedApiAnalyzers"]),
        ["Hale.Healing"] = (["Hale.Kernel"], []),
        ["Hale.Supervision"] = (["Hale.Kernel"], []),
        ["Hale.Docker"] = (["Hale.Kernel"], ["Docker.DotNet.Enhanced"]),
        ["Hale.Compose"] = (["Hale.Kernel"], ["YamlDotNet"]),
        ["Hale.Machine"] = (["Hale.Kernel"], []),
        ["Hale.Images"] = (["Hale.Kernel"], []),
        ["Hale.Cli"] = (
            [
                "Hale.Kernel", "Hale.Faults", "Hale.Healing", "Hale.Supervision", "Hale.Docker", "Hale.Compose", "Hale.Machine",
                "Hale.Images",
            ],
            ["System.CommandLine"]),
    };

    public static TheoryData<string> Rooms => [.. Repository.Rooms];

    [Fact]
    public void Every_room_is_on_the_map_and_nothing_else_is() =>
        Assert.Equal(Map.Keys.Order(StringComparer.Ordinal), Repository.Rooms);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_the_rooms_that_the_map_allows(string room) =>
        Assert.Empty(References(ProjectOf(room)).Except(Map[room].Knows));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_lets_in_only_the_packages_that_the_map_allows(string room) =>
        Assert.Empty(Packages(ProjectOf(room)).Except(Map[room].Packages));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_is_in_the_solution(string room) =>
        Assert.Contains($"src/{room}/{room}.csproj", Repository.Read("Hale.slnx"), StringComparison.Ordinal);

    [Fact]
    public void Every_test_project_is_in_the_solution() =>
        Assert.DoesNotContain(
            Repository.Files("tests", ".Tests.csproj"),
            project => !Repository.Read("Hale.slnx").Contains(project, StringComparison.Ordinal));

    [Fact]
    public void A_reference_and_a_package_are_seen_in_a_project_file()
    {
        var project = XDocument.Parse(
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <ProjectReference Include="..\Hale.Docker\Hale.Docker.csproj" />
                <PackageReference Include="YamlDotNet" />
              </ItemGroup>
            </Project>
            """);

        Assert.Equal(["Hale.Docker"], References(project));
        Assert.Equal(["YamlDotNet"], Packages(project));
    }

    private static XDocument ProjectOf(string room) => XDocument.Parse(Repository.Read($"src/{room}/{room}.csproj"));

    private static IEnumerable<string> References(XDocument project) =>
        Included(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    private static IEnumerable<string> Packages(XDocument project) => Included(project, "PackageReference");

    private static IEnumerable<string> Included(XDocument project, string element) =>
        project.Descendants(element).Select(found => (string?)found.Attribute("Include")).OfType<string>();
}
