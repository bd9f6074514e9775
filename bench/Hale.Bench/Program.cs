using Hale.Bench;
using Hale.Bench.Engine;

var command = BenchCommand.Make(async options =>
{
    using var engine = new EngineClient();
    try
    {
        return await new Comparing(options, Repository.Find(), engine, TimeProvider.System).RunAsync();
    }
    catch (Exception problem) when (problem is InvalidOperationException or HttpRequestException)
    {
        await Console.Error.WriteLineAsync(problem.Message);
        return 3;
    }
});
return await command.Parse(args).InvokeAsync();
