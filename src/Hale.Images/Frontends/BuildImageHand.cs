using System.Globalization;
using System.Text.RegularExpressions;
using Hale.Images.Dockerfiles;
using Hale.Images.Wanted;
using Hale.Kernel.Commands;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Images.Frontends;

/// <summary>Runs a tool that only a service's build image has, on copies of the project's files, and takes one file back.</summary>
public sealed partial class BuildImageHand(Project project, ICommandRunner runner, IComposer composer) : IHand
{
    private const string Files = "hale-files";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public bool Takes(Act act) => act is RunInBuildImage;

    public async Task<Receipt> DoAsync(Act act, Action<string> progress, CancellationToken stop)
    {
        var run = (RunInBuildImage)act;
        var folder = Path.GetFullPath(run.Folder, project.Directory);
        var model = await composer.ResolveAsync(stop).ConfigureAwait(false);
        if (model.Stack?.Find(run.Service)?.Build is not { } build || StackImages.DockerfileOf(build) is not { } text)
        {
            return new Receipt(false, $"the Dockerfile of '{run.Service}' cannot be read here");
        }

        if (Path.GetRelativePath(project.Directory, folder) is ".." or ['.', '.', '/', ..])
        {
            return new Receipt(false, $"'{run.Folder}' leads out of the project");
        }

        if (Recipe(DockerfileText.Read(text), run, folder) is not { } recipe)
        {
            return new Receipt(false, $"the Dockerfile of '{run.Service}' has no step that runs '{run.Program}'");
        }

        var result = Directory.CreateTempSubdirectory("hale-").FullName;
        try
        {
            var end = await runner.RunAsync(Build(build, folder, recipe, run.TakesBack.Length > 0 ? $"type=local,dest={result}" : "type=cacheonly"), (line, _) => progress(line), stop).ConfigureAwait(false);
            if (!end.Done)
            {
                return new Receipt(false, $"`{run.Program}` failed in the build image of '{run.Service}': {Said(end)}");
            }

            if (run.TakesBack.Length == 0)
            {
                return new Receipt(true, "");
            }

            Put(Path.Combine(result, run.TakesBack), Path.Combine(folder, run.TakesBack));
            return new Receipt(true, "") { Undo = "hale undo" };
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return new Receipt(false, $"{run.TakesBack} could not be written: {refusal.Message}");
        }
        finally
        {
            Directory.Delete(result, recursive: true);
        }
    }

    // Whole or not at all, also when Hale is killed meanwhile, and with the rights that the file had.
    private void Put(string made, string path)
    {
        var unfinished = Path.Combine(project.State, $"{Guid.NewGuid():N}.unfinished");
        Directory.CreateDirectory(project.State);
        File.Copy(made, unfinished);
        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            File.SetUnixFileMode(unfinished, File.GetUnixFileMode(path));
        }

        File.Move(unfinished, path, overwrite: true);
    }

    // The project's own Dockerfile up to the step that needs the file, without what copies it, then the command in place of that step.
    private static string? Recipe(DockerfileText file, RunInBuildImage run, string folder)
    {
        var use = new Regex($@"(?<![\w/.-]){Regex.Escape(run.Program)}\s+(?:install|sync|ci|lock|export|build|check|run)\b", RegexOptions.None, TimeSpan.FromSeconds(1));
        if (file.Instructions.FirstOrDefault(instruction => instruction.Keyword == "RUN" && use.IsMatch(instruction.Text + instruction.HereDocuments)) is not { } step)
        {
            return null;
        }

        var stage = file.Instructions.TakeWhile(instruction => instruction != step).Count(instruction => instruction.Keyword == "FROM") - 1;
        var copies = run.Brings.Where(path => Path.Exists(Path.Combine(folder, path)))
            .Select(path => $"COPY --from={Files} [\"{path}\", \"/hale/work/{path}{(Directory.Exists(Path.Combine(folder, path)) ? "/" : "")}\"]");
        return string.Join('\n',
        [
            file.Before(step, instruction => run.TakesBack.Length == 0 || instruction.Keyword is not ("COPY" or "ADD") || !instruction.Text.Contains(run.TakesBack, StringComparison.Ordinal)),
            .. run.TakesBack.Length > 0 ? (IEnumerable<string>)["USER root"] : [],
            "WORKDIR /hale/work",
            .. copies,
            .. run.TakesBack.Length > 0
                ? (IEnumerable<string>)[$"RUN {run.Script}", "FROM scratch", $"COPY --from={stage.ToString(CultureInfo.InvariantCulture)} [\"/hale/work/{run.TakesBack}\", \"/{run.TakesBack}\"]"]
                : [$"RUN {Mounts(step)}: {Guid.NewGuid():N}; {run.Script}"],
            "",
        ]);
    }

    // The step's own caches; BuildKit knows them by their place.
    private static string Mounts(Instruction step) =>
        string.Concat(step.Flags.Where(flag => flag.Name == "mount" && flag.Value.Contains("type=cache", StringComparison.Ordinal)).Select(flag => $"--mount={flag.Value} "));

    private static Command Build(BuildSource build, string folder, string recipe, string output) => new(
        "docker",
        [
            "buildx", "build", "--file", "-", "--progress", "plain", "--output", output,
            "--build-context", $"{Files}={folder}",
            .. build.AdditionalContexts.SelectMany(pair => new[] { "--build-context", $"{pair.Key}={pair.Value}" }),
            .. build.Args.SelectMany(pair => new[] { "--build-arg", pair.Value is null ? pair.Key : $"{pair.Key}={pair.Value}" }),
            build.Context,
        ])
    {
        Input = recipe,
        Timeout = Patience,
    };

    // What the tool itself said, rather than BuildKit's sentence about it: the line in which a solver ends, else the first that tells no progress.
    private static string Said(CommandEnd end)
    {
        var lines = end.Errors.Split('\n');
        var failed = lines.Select(line => FailedStep().Match(line)).FirstOrDefault(line => line.Success)?.Groups["number"].Value;
        var said = lines.Select(line => StepSaid().Match(line)).Where(line => line.Success && line.Groups["number"].Value == failed).Select(line => line.Groups["said"].Value).ToList();
        return said.Find(line => line.Contains("solving failed", StringComparison.Ordinal)) ?? said.Find(line => !Progress().IsMatch(line)) ?? end.LastWords;
    }

    // #9 ERROR: process "/bin/sh -c poetry lock" did not complete successfully: exit code: 1
    [GeneratedRegex(@"^#(?<number>\d+) ERROR:")]
    private static partial Regex FailedStep();

    // #9 0.512 Because app depends on …
    [GeneratedRegex(@"^#(?<number>\d+) \d+\.\d+ (?<said>.*\S)")]
    private static partial Regex StepSaid();

    // Resolving dependencies... (1.2s)
    [GeneratedRegex(@"^(?:Creating virtualenv|Updating dependencies|Resolving dependencies)")]
    private static partial Regex Progress();
}
