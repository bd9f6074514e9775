using System.Diagnostics;
using System.Globalization;

namespace Hale.Machine.Commands;

/// <summary>
/// A small shell that outlives Hale by a second: it knows the process groups that Hale runs, and ends those which are left when
/// Hale is gone, however it went.
/// </summary>
/// <remarks>
/// A parent-death signal would reach the direct child alone, and <c>docker</c> runs its plugins as children of its own.
/// </remarks>
internal sealed class Guardian : IDisposable
{
    // Its standard input ends with Hale. Nothing else holds the other end, since .NET opens pipes close-on-exec.
    private const string Script = """
        trap '' HUP INT QUIT TERM
        exec >/dev/null 2>&1
        cd /
        live=
        while read -r sign group; do
          case $sign in
            +) live="$live $group" ;;
            -) rest=
               for one in $live; do [ "$one" = "$group" ] || rest="$rest $one"; done
               live=$rest ;;
          esac
        done
        [ -n "$live" ] || exit 0
        for one in $live; do kill -s TERM -- "-$one"; done
        sleep 1
        for one in $live; do kill -s KILL -- "-$one"; done
        """;

    private readonly Lock _gate = new();
    private readonly Process? _shell;

    public Guardian(string setsid)
    {
        var start = new ProcessStartInfo(setsid, ["/bin/sh", "-c", Script]) { RedirectStandardInput = true };
        _shell = Process.Start(start);
    }

    public void Watch(int leader) => Write('+', leader);

    public void Forget(int leader) => Write('-', leader);

    public void Dispose()
    {
        lock (_gate)
        {
            _shell?.Dispose();
        }
    }

    private void Write(char sign, int leader)
    {
        try
        {
            lock (_gate)
            {
                _shell?.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"{sign} {leader}\n"));
                _shell?.StandardInput.Flush();
            }
        }
        catch (IOException)
        {
            // Somebody ended the guardian. Commands still end with a Hale that ends in an orderly way.
        }
    }
}
