using Hale.Kernel.Commands;
using Hale.Machine.Commands;

// A program that runs another one as Hale does, for the tests that end Hale itself by force.
using var runner = new CommandRunner(TimeProvider.System);
var end = await runner.RunAsync(new Command(args[0], args[1..]), (line, _) => Console.WriteLine(line), CancellationToken.None);
return end.ExitCode ?? 99;
