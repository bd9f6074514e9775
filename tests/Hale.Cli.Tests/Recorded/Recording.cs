using Hale.Cli.Runs;
using Hale.Kernel.Runs;

namespace Hale.Cli.Tests.Recorded;

/// <summary>A run as it was told, and how it ended.</summary>
internal sealed record Recording(IReadOnlyList<RunEvent> Events, RunReport Report);
