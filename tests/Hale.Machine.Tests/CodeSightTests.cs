using System.Diagnostics.CodeAnalysis;
using System.Runtime.Versioning;
using Hale.Kernel.Faults;
using Hale.Machine.Environments.Code;

namespace Hale.Machine.Tests;

/// <summary>What the code of a whole project reads: which of it a started program comes to, and what may give it its variables.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CodeSightTests : IDisposable
{
    private const string Settings = "import os\nKEY = os.environ['KEY']\n";

    private readonly TemporaryProject _folder = new();

    private CodeFacts Facts => CodeSight.Of(_folder.Project, [], TestContext.Current.CancellationToken).Facts;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("CMD [\"python\", \"main.py\"]", true)]
    [InlineData("CMD python /srv/app/main.py", true)]
    [InlineData("CMD [\"python\", \"-m\", \"main\"]", true)]
    [InlineData("CMD [\"uvicorn\", \"main:app\"]", true)]
    [InlineData("ENTRYPOINT [\"celery\", \"-A\", \"main\", \"worker\"]", true)]
    [InlineData("CMD flask --app main run", true)]
    [InlineData("CMD python \\\n  main.py", true)]
    [InlineData("COPY main.py .", false)]
    [InlineData("# CMD python main.py", false)]
    [InlineData("RUN python main.py", false)]
    [InlineData("CMD [\"python\", \"other.py\"]", false)]
    public void A_Dockerfile_starts_a_program(string line, bool started)
    {
        _folder.Write("compose.yaml", "services:\n  api:\n    build: ./api\n");
        _folder.Write("api/Dockerfile", $"FROM python:3.13\n{line}\n");
        _folder.Write("api/main.py", Settings);

        Assert.Equal([started], Facts.Reads.Select(read => read.Needed));
    }

    [Theory]
    [InlineData("    command: python main.py", true)]
    [InlineData("    command: [\"python\", \"-m\", \"main\"]", true)]
    [InlineData("    command:\n      - uvicorn\n      - main:app", true)]
    [InlineData("    entrypoint: sh -c 'sleep 1 && python api/main.py'", true)]
    [InlineData("    volumes:\n      - ./main.py:/app/main.py", false)]
    [InlineData("    image: main:app", false)]
    public void A_Compose_file_starts_a_program(string lines, bool started)
    {
        _folder.Write("compose.yaml", $"services:\n  api:\n{lines}\n");
        _folder.Write("api/main.py", Settings);

        Assert.Equal([started], Facts.Reads.Select(read => read.Needed));
    }

    [Theory]
    [InlineData("from app.settings import KEY", true)]
    [InlineData("from app import settings", true)]
    [InlineData("import app.settings as settings", true)]
    [InlineData("from .settings import KEY", true)]
    [InlineData("from . import settings", true)]
    [InlineData("from . import (\n    settings,\n)", true)]
    [InlineData("import json, app.settings", true)]
    [InlineData("from app.first import one", true)]
    [InlineData("def f():\n    from app.settings import KEY", false)]
    [InlineData("if x:\n    from app.settings import KEY", false)]
    [InlineData("try:\n    from app.settings import KEY\nexcept ImportError:\n    pass", false)]
    [InlineData("'''\nfrom app.settings import KEY\n'''", false)]
    [InlineData("from other.settings import KEY", false)]
    [InlineData("from app import json as settings", false)]
    public void What_a_program_imports_is_loaded(string import, bool loaded)
    {
        Api("CMD uvicorn app.main:app");
        _folder.Write("api/app/__init__.py", "#\n");
        _folder.Write("api/app/main.py", import + "\n");
        _folder.Write("api/app/first.py", "from .settings import KEY\n");
        _folder.Write("api/app/settings.py", Settings);

        Assert.Equal([loaded], Facts.Reads.Select(read => read.Needed));
    }

    [Fact]
    public void A_package_is_loaded_before_what_is_in_it_and_settings_of_a_framework_are_loaded_by_name()
    {
        Api("CMD [\"./run.sh\"]");
        _folder.Write("api/run.sh", "#!/bin/sh\npython manage.py migrate\nexec gunicorn site.wsgi:application\n");
        _folder.Write("api/manage.py", "import os\ndef main():\n    os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings')\nif __name__ == '__main__':\n    main()\n");
        _folder.Write("api/site/__init__.py", Settings);
        _folder.Write("api/site/settings.py", "import os\nOTHER = os.environ['OTHER']\n");
        _folder.Write("api/site/production.py", "import os\nTHIRD = os.environ['THIRD']\n");

        Assert.Equal([("KEY", true), ("THIRD", false), ("OTHER", true)], Facts.Reads.Select(read => (read.Name, read.Needed)));
    }

    [Fact]
    public void What_stands_under_main_is_for_who_starts_the_file()
    {
        Api("CMD python -m app");
        _folder.Write("api/app/__main__.py", "from app import job\nimport os\nif __name__ == '__main__':\n    os.environ['A']\n");
        _folder.Write("api/app/job.py", "import os\nif __name__ == '__main__':\n    os.environ['B']\n");

        Assert.Equal([("A", true), ("B", false)], Facts.Reads.Select(read => (read.Name, read.Needed)));
    }

    [Fact]
    public void Scripts_of_packages_start_programs_too()
    {
        Api("CMD [\"serve\"]");
        _folder.Write("api/pyproject.toml", "[tool.poetry.scripts]\nserve = \"app.main:run\"\nother = \"app.other:run\"\n");
        _folder.Write("api/app/main.py", Settings);
        _folder.Write("api/app/other.py", "import os\nos.environ['OTHER']\n");
        _folder.Write("web/Dockerfile", "FROM node:20\nCMD [\"npm\", \"start\"]\n");
        _folder.Write("web/package.json", "{\"scripts\": {\"start\": \"node src/index.js\"}}\n");
        _folder.Write("web/src/index.js", "import { x } from \"./config.js\";\n");
        _folder.Write("web/src/config.js", "if (!process.env.WEB_KEY) throw new Error(\"WEB_KEY\");\n");

        Assert.Equal([("KEY", true), ("OTHER", false), ("WEB_KEY", true)], Facts.Reads.Select(read => (read.Name, read.Needed)));
    }

    [Theory]
    [InlineData("api/Dockerfile", "FROM python:3.13\nENV KEY=1\nCMD python main.py\n", "api/Dockerfile sets it")]
    [InlineData("api/Dockerfile", "FROM python:3.13\nENV OTHER=1 \\\n    KEY=2\nCMD python main.py\n", "api/Dockerfile sets it")]
    [InlineData("api/Dockerfile", "FROM python:3.13\nARG KEY\nCMD python main.py\n", "api/Dockerfile sets it")]
    [InlineData("api/Dockerfile", "FROM python:3.13\nCMD doppler run -- python main.py\n", "api/Dockerfile may set it")]
    [InlineData("api/Dockerfile", "FROM python:3.13\nCMD [\"sh\", \"-c\", \". /run/secrets/env && python main.py\"]\n", "api/Dockerfile may set it")]
    [InlineData("api/Dockerfile", "FROM python:3.13\nRUN . /venv/bin/activate && pip install x\nCMD python main.py\n", null)]
    [InlineData("api/entrypoint.sh", "export KEY=$(cat /run/secrets/key)\n", "api/entrypoint.sh sets it")]
    [InlineData("scripts/dev.sh", "set -a\n. ./.env\n", null)]
    [InlineData("api/boot.py", "import os\nos.environ['KEY'] = '1'\n", "api/boot.py sets it")]
    [InlineData("api/boot.py", "import os\nos.environ.update(load())\n", "api/boot.py sets variables by names that do not stand there")]
    [InlineData("api/boot.py", "from dotenv import load_dotenv\nload_dotenv()\n", "api/boot.py has to do with environment files, and there is none here")]
    [InlineData("api/requirements.txt", "python-dotenv==1.0\n", "api/requirements.txt has to do with environment files, and there is none here")]
    [InlineData("web/package.json", "{\"dependencies\": {\"vite\": \"5\"}}\n", null)]
    [InlineData("tests/conftest.py", "import os\nos.environ['KEY'] = '1'\n", null)]
    [InlineData("compose.yaml", "services:\n  api:\n    build: api\n    command: sh -c 'KEY=1 python main.py'\n", "compose.yaml sets it")]
    [InlineData("compose.yaml", "services:\n  api:\n    build: api\n  db:\n    image: x\n    environment:\n      - KEY=1\n      - \"KEY=1\"\n", null)]
    [InlineData("compose.yaml", "services:\n  api:\n    build: api\n  seed:\n    profiles: [seed]\n    image: x\n    environment:\n      KEY: 1\n", "compose.yaml sets it")]
    public void A_variable_may_come_from_elsewhere(string file, string text, string? from)
    {
        Api("CMD python main.py");
        _folder.Write("api/main.py", Settings);
        _folder.Write(file, text);

        Assert.Equal([from], Facts.Reads.Where(read => read.Name is "KEY").Select(read => read.MayComeFrom));
    }

    [Fact]
    public void Code_that_reads_environment_files_gets_what_they_hold()
    {
        Api("CMD python main.py");
        _folder.Write("api/main.py", "import os\nfrom dotenv import load_dotenv\nload_dotenv()\nos.environ['KEY']\nos.environ['OTHER']\n");
        _folder.Write("api/.env.example", "KEY=\n");

        Assert.Equal([("KEY", "api/.env.example has it, and api/main.py has to do with such files"), ("OTHER", null)], Facts.Reads.Select(read => (read.Name, read.MayComeFrom)));
    }

    [Fact]
    public void A_Dockerfile_is_told_with_what_it_builds_on()
    {
        _folder.Write("Dockerfile", "FROM --platform=linux/amd64 python:3.13 AS base\nFROM base AS next\nFROM acme/base\nCOPY --from=next /a /a\n");

        var only = Assert.Single(Facts.Dockerfiles);
        Assert.Equal(["python:3.13", "acme/base"], only.Bases);
    }

    [Fact]
    public void What_is_no_source_of_a_service_is_not_looked_at()
    {
        foreach (var path in (string[])["tests/a.py", "test_a.py", "a_test.py", "conftest.py", "node_modules/a.js", ".venv/a.py", "venv/a.py", "dist/a.js", "build/a.js", ".git/a.py", ".hale/a.py", ".cache/a.py", "a.min.js", "a.test.ts", "b.spec.tsx", "__tests__/a.js", "a.d.ts"])
        {
            _folder.Write(path, path.EndsWith(".py", StringComparison.Ordinal) ? Settings : "process.env.KEY;\n");
        }

        _folder.Write("bundle.js", "process.env.KEY;" + new string('x', 30_000));
        Directory.CreateSymbolicLink(_folder.Path("linked"), Directory.CreateDirectory(_folder.Path(".hidden")).FullName);
        _folder.Write(".hidden/a.py", Settings);
        File.CreateSymbolicLink(_folder.Path("linked.py"), _folder.Path(".hidden", "a.py"));
        _folder.Write("ends.py", "");
        File.CreateSymbolicLink(_folder.Path("circle"), _folder.Path());

        Assert.Empty(Facts.Reads);
    }

    [Fact]
    [SuppressMessage("Interoperability", "CA1416", Justification = "The class is not for Windows.")]
    public async Task A_pipe_and_what_may_not_be_read_stop_nothing()
    {
        using var made = System.Diagnostics.Process.Start("mkfifo", [_folder.Path("pipe.py"), _folder.Path("Dockerfile")]);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        _folder.Write("closed.py", Settings);
        File.SetUnixFileMode(_folder.Path("closed.py"), UnixFileMode.None);
        _folder.Write("open.py", "import os\nos.getenv('OPEN')\n");

        Assert.Contains(Facts.Reads, read => read.Name is "OPEN");
    }

    [Fact]
    public void All_of_two_thousand_files_are_read()
    {
        var body = string.Concat(Enumerable.Range(0, 120).Select(n => $"def work_{n}(a, b):\n    '''Says what it does.'''\n    return [a + b for a in range({n})]\n\n"));
        for (var at = 0; at < 2000; at++)
        {
            _folder.Write($"app/part{at % 40}/module{at}.py", $"import os\nfrom app.part{(at + 1) % 40} import module{at + 1}\nKEY = os.{(at % 10 == 0 ? "environ[" : "getenv(")}'KEY{at}'{(at % 10 == 0 ? "]" : ")")}\n{body}");
        }

        _folder.Write("compose.yaml", "services:\n  api:\n    build: .\n    command: python app/part0/module0.py\n");

        Assert.Equal(200, Facts.Reads.Count(read => read.Needed));
        Assert.Equal(2000, Facts.Reads.Count);
    }

    private void Api(string line)
    {
        _folder.Write("compose.yaml", "services:\n  api:\n    build: ./api\n");
        _folder.Write("api/Dockerfile", $"FROM python:3.13\nENTRYPOINT [\"./entrypoint.sh\"]\n{line}\n");
    }
}
