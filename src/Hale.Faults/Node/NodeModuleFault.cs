using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Faults.Volume;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Node;

/// <summary>A package that a service imports and Node does not find.</summary>
public abstract partial class NodeModuleFault : SaidFault
{
    public override Needs Needs => base.Needs | Needs.Node | FreshVolume.Needs;

    private protected override Regex Line => NotFound();

    /// <summary>The finding; null when it is lacking for another reason.</summary>
    /// <param name="said">Where it was said.</param>
    /// <param name="package">The package, such as <c>express</c> or <c>@scope/name</c>.</param>
    /// <param name="folder">The Node project of the service.</param>
    /// <param name="evidence">All that was seen.</param>
    private protected abstract Finding? Judge(Said said, string package, NodeFolder folder, Evidence evidence);

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        // Such packages hold what runs on one kind of machine, and are lacking for reasons of their own.
        var name = line.Groups[1].Value;
        if (name.StartsWith('.') || name.StartsWith('/') || name.StartsWith("node:", StringComparison.Ordinal) || OneMachine().IsMatch(name) || evidence.Node.Known is not { } node)
        {
            return null;
        }

        var package = string.Join('/', name.Split('/').Take(name.StartsWith('@') ? 2 : 1));
        var folder = node.Of(said.Service) ?? (node.Folders.Count == 1 ? node.Folders[0] : null);
        return folder is null ? null : Judge(said, package, folder, evidence);
    }

    /// <summary>The volume that hides the image's own <c>node_modules</c>; null when there is none.</summary>
    private protected static Mount? VolumeOver(Said said) =>
        said.Container?.Mounts.FirstOrDefault(mount => mount.Kind == "volume" && mount.Target.TrimEnd('/').EndsWith("/node_modules", StringComparison.Ordinal));

    // Error: Cannot find module 'express'      Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'express' imported from /app/index.js
    [GeneratedRegex("(?:Cannot find module|Cannot find package|Module not found: (?:Error: )?Can't resolve) ['\"]([^'\"]+)['\"]")]
    private static partial Regex NotFound();

    [GeneratedRegex("^@(?:rollup/rollup|esbuild/|swc/core|img/sharp|next/swc|parcel/watcher|tailwindcss/oxide|lightningcss)|-(?:linux|darwin|win32)-")]
    private static partial Regex OneMachine();
}
