namespace Hale.Faults.Compose;

/// <summary>The keys that the Compose Specification knows, and since when, as far as this engine's Compose may be older.</summary>
internal static class ComposeKeys
{
    private static readonly string[] Top = ["name", "services", "networks", "volumes", "configs", "secrets", "include", "version"];

    private static readonly string[] OfService =
    [
        "annotations", "attach", "build", "blkio_config", "cap_add", "cap_drop", "cgroup", "cgroup_parent", "command", "configs", "container_name",
        "cpu_count", "cpu_percent", "cpu_period", "cpu_quota", "cpu_shares", "cpus", "cpuset", "credential_spec", "depends_on", "deploy", "develop",
        "device_cgroup_rules", "devices", "dns", "dns_opt", "dns_search", "domainname", "entrypoint", "env_file", "environment", "expose", "extends",
        "external_links", "extra_hosts", "group_add", "healthcheck", "hostname", "image", "init", "ipc", "isolation", "labels", "links", "logging",
        "mac_address", "mem_limit", "mem_reservation", "mem_swappiness", "memswap_limit", "network_mode", "networks", "oom_kill_disable",
        "oom_score_adj", "pid", "pids_limit", "platform", "ports", "privileged", "profiles", "pull_policy", "read_only", "restart", "runtime", "scale",
        "secrets", "security_opt", "shm_size", "stdin_open", "stop_grace_period", "stop_signal", "storage_opt", "sysctls", "tmpfs", "tty", "ulimits",
        "user", "userns_mode", "uts", "volumes", "volumes_from", "working_dir",
    ];

    private static readonly Dictionary<string, string[]> Inner = new()
    {
        ["healthcheck"] = ["disable", "interval", "retries", "test", "timeout", "start_period", "start_interval"],
        ["build"] =
        [
            "additional_contexts", "args", "cache_from", "cache_to", "context", "dockerfile", "dockerfile_inline", "entitlements", "extra_hosts", "isolation",
            "labels", "network", "no_cache", "platforms", "privileged", "pull", "secrets", "shm_size", "ssh", "tags", "target", "ulimits",
        ],
    };

    // By the pages of the Compose file reference, which name the first version for each.
    private static readonly Dictionary<string, string> Newer = new()
    {
        ["gpus"] = "2.30", ["post_start"] = "2.30", ["pre_stop"] = "2.30", ["format"] = "2.30", ["label_file"] = "2.32.2",
        ["provider"] = "2.36", ["interface_name"] = "2.36", ["models"] = "2.38",
    };

    /// <summary>The version of Compose that brought a key; null when it is none of the newer ones.</summary>
    public static string? Since(string key) => Newer.GetValueOrDefault(key);

    /// <summary>The known key that is nearest to a misspelt one; null when none is near.</summary>
    /// <param name="path">Where it stands, such as <c>services.web</c>; empty for the top level.</param>
    /// <param name="key">The key as it is written.</param>
    public static string? Nearest(string path, string key)
    {
        var parts = path.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var known = parts switch
        {
            [] => Top,
            ["services", _] => OfService,
            ["services", _, var inner] => Inner.GetValueOrDefault(inner, []),
            _ => [],
        };
        return known.Select(candidate => (candidate, Far: Distance(candidate, key))).Where(pair => pair.Far <= 2).OrderBy(pair => pair.Far).Select(pair => pair.candidate).FirstOrDefault();
    }

    // Letters added, left out, changed, or two neighbours exchanged.
    private static int Distance(string one, string other)
    {
        var far = new int[one.Length + 1, other.Length + 1];
        for (var row = 0; row <= one.Length; row++)
        {
            for (var column = 0; column <= other.Length; column++)
            {
                far[row, column] = (row, column) switch
                {
                    (0, _) => column,
                    (_, 0) => row,
                    _ => Math.Min(Math.Min(far[row - 1, column], far[row, column - 1]) + 1, far[row - 1, column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1)),
                };
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    far[row, column] = Math.Min(far[row, column], far[row - 2, column - 2] + 1);
                }
            }
        }

        return far[one.Length, other.Length];
    }
}
