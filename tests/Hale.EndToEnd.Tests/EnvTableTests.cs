using Hale.EndToEnd.Tests.Harness;

namespace Hale.EndToEnd.Tests;

/// <summary>Environment files that are malformed or drift, each with what <c>hale env check</c> says of it; the real Compose reads them too.</summary>
public sealed class EnvTableTests : EndToEndTest
{
    private const string Plain = "services:\n  app:\n    image: hale.test/tiny:1\n    environment:\n      A: ${A:-}\n";
    private const string NeedsA = "services:\n  app:\n    image: hale.test/tiny:1\n    environment:\n      A: ${A}\n";
    private const string DemandsA = "services:\n  app:\n    image: hale.test/tiny:1\n    environment:\n      A: ${A:?say which}\n";
    private const string FromFile = "services:\n  app:\n    image: hale.test/tiny:1\n    env_file: .env\n";
    private const string Seen = "services:\n  app:\n    image: hale.test/tiny:1\n    volumes: [\".:/app\"]\n";

    /// <summary>Name, an environment file, its template, what is said of it: files that Compose need not read, all in one project.</summary>
    private static readonly (string What, string File, string? Template, string Says)[] Beside =
    [
        // Types, by the decorators of the template.
        ("port too large", "P=70000\n", "# @type=port\nP=1\n", "line 1: P is '70000'; allowed is a port, a whole number from 1 to 65535"),
        ("port zero", "P=0\n", "# @type=port\nP=1\n", "P is '0'; allowed is a port"),
        ("port a word", "P=http\n", "# @type=port\nP=1\n", "P is 'http'; allowed is a port"),
        ("port with a unit", "P=8000tcp\n", "# @type=port\nP=1\n", "P is '8000tcp'; allowed is a port"),
        ("port below the template's own least", "P=80\n", "# @type=port(min=1024)\nP=8000\n", "P is '80'; allowed is a port"),
        ("integer with a fraction", "N=1.5\n", "# @type=integer\nN=1\n", "N is '1.5'; allowed is a whole number"),
        ("integer above", "N=10\n", "# @type=integer(min=1, max=9)\nN=1\n", "N is '10'; allowed is a whole number from 1 to 9"),
        ("integer below", "N=0\n", "# @type=integer(min=1)\nN=1\n", "N is '0'; allowed is a whole number of at least 1"),
        ("number a word", "N=much\n", "# @type=number\nN=1\n", "N is 'much'; allowed is a number"),
        ("number with a comma", "N=1,5\n", "# @type=number\nN=1\n", "N is '1,5'; allowed is a number"),
        ("number too large", "N=2.5\n", "# @type=number(max=2)\nN=1\n", "N is '2.5'; allowed is a number of at most 2"),
        ("boolean a word", "B=perhaps\n", "# @type=boolean\nB=true\n", "B is 'perhaps'; allowed is true or false"),
        ("boolean two", "B=2\n", "# @type=boolean\nB=true\n", "B is '2'; allowed is true or false"),
        ("enum another", "E=prod\n", "# @type=enum(dev, test)\nE=dev\n", "E is 'prod'; allowed is one of dev, test"),
        ("enum in capitals", "E=DEV\n", "# @type=enum(dev, test)\nE=dev\n", "E is 'DEV'; allowed is one of dev, test"),
        ("url without a scheme", "U=example.org\n", "# @type=url\nU=https://example.org\n", "U has a value \\(not shown\\) that is not allowed; allowed is an address with a scheme"),
        ("url of a file", "U=file:///x\n", "# @type=url\nU=https://example.org\n", "U has a value \\(not shown\\).*allowed is an address"),
        ("email without a host", "M=team@\n", "# @type=email\nM=a@b.org\n", "M has a value \\(not shown\\).*allowed is a mail address"),
        ("email two signs", "M=a@b@c.org\n", "# @type=email\nM=a@b.org\n", "M has a value \\(not shown\\).*allowed is a mail address"),
        ("ip of three parts and a word", "I=10.0.0.x\n", "# @type=ip\nI=10.0.0.1\n", "I is '10.0.0.x'; allowed is an IP address"),
        ("uuid cut short", "I=7f9c24e8\n", "# @type=uuid\nI=7f9c24e8-3b12-4ef0-91a2-5d1c2f3a4b5c\n", "I has a value \\(not shown\\).*allowed is a UUID"),
        ("required and empty", "R=\n", "# @required\nR=1\n", "R has no value, and needs one"),
        ("required by the head of the file", "R=\n", "# @defaultRequired\n# ---\nR=1\n", "R has no value, and needs one"),
        ("sensitive of a wrong type is not shown", "K=abc\n", "# @sensitive @type=integer\nK=1\n", "K has a value \\(not shown\\)"),
        ("secret by its name is not shown", "API_TOKEN=abc\n", "# @type=integer\nAPI_TOKEN=1\n", "API_TOKEN has a value \\(not shown\\)"),
        ("a decorator behind the value", "P=x\n", "P=1 # @type=port\n", "P is 'x'; allowed is a port"),
        ("in quotes", "P=\"x\"\n", "# @type=port\nP=1\n", "P is 'x'; allowed is a port"),
        ("a unit in a comment", "P=80 0 # api\n", "# @type=port\nP=1\n", "P is '80 0'; allowed is a port"),
        ("exported", "export P=x\n", "# @type=port\nP=1\n", "line 1: P is 'x'; allowed is a port"),

        // Values that nobody meant.
        ("a quote at the end", "A=abc\"\n", null, "line 1: A ends with a quote that nothing opens"),
        ("a blank before the closing quote", "A=\"abc \"\n", null, "A has blanks inside its quotes at the edge"),
        ("a blank behind the opening quote", "A=' abc'\n", null, "A has blanks inside its quotes at the edge"),
        ("nothing but blanks", "A=\"  \"\n", null, "A holds nothing but blanks"),
        ("typographic quotes", "A=\u201cabc\u201d\n", null, "A stands in typographic quotes"),
        ("backquotes", "A=`abc`\n", null, "A stands in backquotes"),
        ("a space that is none", "A=a\u00a0b\n", null, "A holds a character that cannot be seen \\(U\\+00A0\\)"),
        ("a joiner", "A=abc\u200b\n", null, "A holds a character that cannot be seen \\(U\\+200B\\)"),
        ("twice", "A=1\nB=1\nA=2\n", null, "line 3: A has another value than in line 1, and this one counts"),
    ];

    /// <summary>Name, <c>.env</c>, template, Compose file, what is said.</summary>
    public static TheoryData<string, string?, string?, string, string> Table => new()
    {
        // Drift.
        { "the template has more", "A=1\n", "A=1\nB=2\n", Plain, "\\.env lacks B, which \\.env\\.example has" },
        { "the template has much more", "A=1\n", "A=1\nB=2\nC=3\nD=4\n", Plain, "\\.env lacks B, C, D" },
        { "the file is missing", null, "A=1\n", Plain, "\\.env is missing, and \\.env\\.example is there" },
        { "needed and nowhere", "B=1\n", null, NeedsA, "A is not set and becomes empty; compose.yaml line 5 uses it" },
        { "demanded and nowhere", "B=1\n", null, DemandsA, "A is not set.*requires it" },
        { "demanded and empty", "A=\n", null, DemandsA, "A is not set.*requires it" },
        { "named by env_file and missing", null, null, FromFile, "the environment file .*\\.env is not there" },

        // Form.
        { "a sentence", "this is no assignment\n", null, Plain, "\\.env line 1 is not of the form NAME=VALUE" },
        { "a name with a blank", "MY NAME=1\n", null, Plain, "\\.env line 1 is not of the form NAME=VALUE" },
        { "a name with a sign", "A$=1\n", null, Plain, "\\.env line 1 is not of the form NAME=VALUE" },
        { "no name", "=1\n", null, Plain, "a line of \\.env has nothing before its =" },
        { "a double quote that stays open", "A=\"one\nB=2\n", null, Plain, "a quote is opened and never closed" },
        { "a single quote that stays open", "A='one\nB=2\n", null, Plain, "a quote is opened and never closed" },
        { "UTF-16 as Windows writes it", "utf-16", null, Plain, "\\.env is written as UTF-16, and Compose reads UTF-8" },
        { "a mark, and the file is mounted", "\ufeffA=1\n", null, Seen, "begins with a byte-order mark" },
        { "line ends of Windows, and the file is mounted", "A=1\r\n", null, Seen, "end as on Windows" },
        { "a variable that cannot be read", "A=1\n", null, "services:\n  app:\n    image: hale.test/tiny:1\n    environment:\n      A: ${A B}\n", "holds a \\$\\{…\\} that Compose cannot read" },
        { "quotes in a list", "A=1\n", null, "services:\n  app:\n    image: hale.test/tiny:1\n    environment:\n      - NAME=\"x\"\n", "the quotes of NAME in compose.yaml line 5 become part of its value" },

        // Values that become something else.
        { "a $ in a password", "PASSWORD=ab$cd\n", null, FromFile, "PASSWORD|cd" },
        { "an address whose password ends early", "DATABASE_URL=postgres://app:p@ss@db/app\n", null, Plain, "the address DATABASE_URL in \\.env has a password with a character that ends it" },
        { "an address with a # in its password", "DATABASE_URL=postgres://app:pa#s@db/app\n", null, Plain, "the address DATABASE_URL" },

        // Secrets.
        { "changeme", "DB_PASSWORD=changeme\n", null, Plain, "DB_PASSWORD in \\.env only stands for a real value" },
        { "your token", "API_TOKEN=<your-token>\n", null, Plain, "API_TOKEN in \\.env only stands for a real value" },
        { "xxx", "SECRET_KEY=xxxx\n", null, Plain, "SECRET_KEY in \\.env only stands for a real value" },
        { "a placeholder that is declared sensitive", "LICENCE=changeme\n", "# @sensitive\nLICENCE=\n", Plain, "LICENCE in \\.env only stands for a real value" },
        { "Git keeps it", "git", null, Plain, "\\.env holds secrets and is kept in Git" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task What_is_wrong_is_told_and_nothing_is_changed(string what, string? file, string? template, string compose, string says)
    {
        var project = Project(compose);
        if (template is not null)
        {
            project.Write(".env.example", template);
        }

        var written = await WriteAsync(project, file);

        var ran = await project.HaleWithinAsync(TimeSpan.FromMinutes(1), "env", "check");

        Assert.True(ran.ExitCode is 0 or 1, $"{what}: {ran.Told}");
        Assert.Matches(says, ran.Output);
        Assert.DoesNotContain("zebra", ran.Output, StringComparison.Ordinal);
        Assert.Equal(written, file is null ? null : await File.ReadAllBytesAsync(project.PathOf(".env"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_wrong_with_each_of_many_files_is_told()
    {
        var project = Project(Plain);
        foreach (var (at, row) in Beside.Index())
        {
            project.Write($"r{at:00}.env", row.File);
            if (row.Template is not null)
            {
                project.Write($"r{at:00}.env.example", row.Template);
            }
        }

        var ran = await project.HaleWithinAsync(TimeSpan.FromMinutes(1), "env", "check");

        Assert.True(ran.ExitCode is 1, ran.Told);
        Assert.All(Beside.Index(), row => Assert.Matches($@"r{row.Index:00}\.env[^\n]*{row.Item.Says}", ran.Output));
        Assert.All(Beside.Index(), row => Assert.Equal(row.Item.File, File.ReadAllText(project.PathOf($"r{row.Index:00}.env"))));
    }

    [Fact]
    public void The_tables_have_sixty_rows_and_more() => Assert.InRange(Table.Count + Beside.Length, 60, 200);

    [Fact]
    public async Task A_file_of_a_hundred_megabytes_is_not_read_and_changed_by_nobody()
    {
        var project = Project(Plain);
        await using (var large = File.Create(project.PathOf(".env")))
        {
            for (var part = 0; part < 100; part++)
            {
                await large.WriteAsync(new byte[1 << 20], TestContext.Current.CancellationToken);
            }
        }

        var checking = await project.HaleWithinAsync(TimeSpan.FromMinutes(1), "env", "check");
        var setting = await project.HaleWithinAsync(TimeSpan.FromMinutes(1), "env", "set", "A=1");

        Assert.Equal(3, checking.ExitCode);
        Assert.Contains(".env has 100 MiB; Hale reads at most 8", checking.Output, StringComparison.Ordinal);
        Assert.Equal(2, setting.ExitCode);
        Assert.Equal(100 << 20, new FileInfo(project.PathOf(".env")).Length);
    }

    [Fact]
    public async Task A_pipe_is_not_replaced_by_a_file()
    {
        var project = Project(Plain);
        await Tool.RunAsync("mkfifo", [project.PathOf(".env")]);

        var setting = await project.HaleWithinAsync(TimeSpan.FromSeconds(20), "env", "set", "A=1");

        Assert.Equal(2, setting.ExitCode);
        Assert.Equal("fifo", (await Tool.RunAsync("stat", ["--format=%F", project.PathOf(".env")])).Output.Trim());
    }

    private static async Task<byte[]?> WriteAsync(TestProject project, string? file)
    {
        switch (file)
        {
            case null:
                return null;
            case "utf-16":
                await File.WriteAllTextAsync(project.PathOf(".env"), "A=1\n", System.Text.Encoding.Unicode, TestContext.Current.CancellationToken);
                break;
            case "git":
                project.Write(".env", "API_TOKEN=zebra-in-grass\n");
                await Tool.RunAsync("git", ["init", "--quiet", project.Folder]);
                await Tool.RunAsync("git", ["-C", project.Folder, "add", ".env"]);
                break;
            default:
                project.Write(".env", file);
                break;
        }

        return await File.ReadAllBytesAsync(project.PathOf(".env"), TestContext.Current.CancellationToken);
    }
}
