using Hale.Kernel.Faults;

namespace Hale.Faults.Prereq;

/// <summary>Docker is installed here and its daemon does not run.</summary>
public sealed class DockerDaemonDown : Fault
{
    public override string Id => "docker-daemon-down";

    public override string Title => "The Docker daemon is not running";

    public override Needs Needs => Needs.Machine | Needs.Tools | Needs.Engine;

    public override string Page => """
        The Docker command line is here, but no engine answers where the Docker context says it is.

        ## What we look at
        The socket of the Docker context: it is missing, or nothing listens on it; and whether `dockerd` is installed.

        ## Why it happens
        The daemon was never started, was stopped, crashed, or is not up yet after the machine booted.

        ## What mends it
        The daemon is started: with `systemctl`, with `service`, or directly where the machine has no init system. This
        changes the machine, so Hale asks first (`--yes` consents). `hale engine stop` ends a daemon that Hale started directly.

        ## When it is not this
        A socket that exists and refuses this user is `docker-socket-permission`. A context that names another machine is
        `docker-context-wrong`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.Engine.Has(out var engine))
        {
            return Diagnosis.CannotTell(evidence.Engine.Unknown);
        }

        if (engine.Refusal is not EngineRefusal.NotRunning || engine.AnswersInstead is not null || !EnginePlace.IsUsual(engine))
        {
            return Diagnosis.Absent;
        }

        if (!evidence.Tools.Has(out var tools))
        {
            return Diagnosis.CannotTell(evidence.Tools.Unknown);
        }

        if (!evidence.Machine.Has(out var machine))
        {
            return Diagnosis.CannotTell(evidence.Machine.Unknown);
        }

        return tools.Dockerd
            ? Diagnosis.Present(new Finding(Id, "machine", $"no Docker daemon answers at {engine.Endpoint}: {engine.RefusalText}")
            {
                Facts = new Dictionary<string, string> { ["init"] = machine.Init },
            })
            : Diagnosis.Absent;
    }

    public override Remedy Mend(Finding finding)
    {
        var (starter, command) = finding.Facts.GetValueOrDefault("init") switch
        {
            "systemd" => (DaemonStarter.Systemd, "sudo systemctl start docker"),
            "service" => (DaemonStarter.Service, "sudo service docker start"),
            _ => (DaemonStarter.Hale, "sudo dockerd &"),
        };
        return new Remedy { Acts = [new StartDaemon(starter, finding.Says)], Advice = [command] };
    }
}
