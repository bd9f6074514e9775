using System.Text.RegularExpressions;
using Hale.Kernel.Engines;
using Hale.Kernel.Faults;

namespace Hale.Faults.Shapes;

/// <summary>A fault of the program that a container was to run: what refused it, and how it lies in the container.</summary>
public abstract class ProgramFault : Fault
{
    public override Needs Needs => Needs.Containers | Needs.Programs;

    /// <summary>The refusal that shows it, of the engine for a container that never ran, in the output for one that did; its group <c>name</c> is the program.</summary>
    private protected abstract Regex Refusal { get; }

    /// <summary>The finding; null when the program as it lies there says that it is something else.</summary>
    private protected abstract Finding? Find(SeenContainer container, SeenProgram program, ProgramFacts facts, Evidence evidence);

    /// <summary>The program that the refusal is about; null when nobody looked at it.</summary>
    private protected virtual SeenProgram? ProgramOf(SeenContainer container, Match refusal, ProgramFacts facts) => facts.Of(container.Service, refusal.Groups["name"].Value);

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Containers.Has(out var containers) || !evidence.Programs.Has(out var facts))
        {
            return Diagnosis.CannotTell(evidence.Containers.Unknown ?? evidence.Programs.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from container in containers.Containers
               where container.Failed
               let refusal = SaidOf(container).Select(line => Refusal.Match(line)).LastOrDefault(found => found.Success)
               where refusal is not null
               let program = ProgramOf(container, refusal, facts)
               where program is not null
               let finding = Find(container, program, facts, evidence)
               where finding is not null
               group finding by container.Service into same
               select same.First(),
        ]);
    }

    /// <summary>The container's command with other words in the place of the program.</summary>
    private protected static IReadOnlyList<string> With(SeenContainer container, string program, params IReadOnlyList<string> instead) =>
        container.Command.ToList().IndexOf(program) is >= 0 and var at ? [.. container.Command.Take(at), .. instead, .. container.Command.Skip(at + 1)] : [];

    /// <summary>Where a person finds it: the file of the project, or else the path in the image.</summary>
    private protected static string PlaceOf(SeenProgram program) => program.Source ?? program.At ?? program.Name;

    private static IEnumerable<string> SaidOf(SeenContainer container) => container.State is ContainerState.Created ? [container.Error] : container.Log;
}
