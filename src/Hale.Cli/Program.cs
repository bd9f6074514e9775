using System.CommandLine;

return new RootCommand("Takes a Compose project to healthy, mending what stands between").Parse(args).Invoke();
