using Hale.Machine.Environments.Code;

namespace Hale.Machine.Tests;

/// <summary>Which variables a source file reads, in which line, and whether it can do without: a <c>*</c> marks one that it needs whenever it is loaded, a <c>+</c> one that it needs as a program.</summary>
public sealed class CodeReadsTests
{
    private const string Os = "import os\n";

    [Theory]
    [InlineData("os.environ[\"A\"]", "2 A*")]
    [InlineData("x = os.environ['A']", "2 A*")]
    [InlineData("x = os.environ[ 'A' ].split(',')", "2 A*")]
    [InlineData("X, Y = os.environ['A'], int(os.environ[\"B\"])", "2 A*, 2 B*")]
    [InlineData("x = os.environ.get('A')", "2 A")]
    [InlineData("x = os.environ.get('A', 'd')", "2 A")]
    [InlineData("x = os.environ.get(\n    'A',\n    'd',\n)", "2 A")]
    [InlineData("x = os.getenv('A')", "2 A")]
    [InlineData("x = os.getenv(key='A')", "2 A")]
    [InlineData("x = os.environ.pop('A')", "2 A")]
    [InlineData("if 'A' in os.environ:\n    x = os.environ['A']", "2 A, 3 A")]
    [InlineData("if 'A' not in os.environ: raise SystemExit\nx = os.environ['A']", "2 A, 3 A")]
    [InlineData("x = os.environ['A'] if 'A' in os.environ else 1", "2 A, 2 A")]
    [InlineData("try:\n    x = os.environ['A']\nexcept KeyError:\n    x = 1", "3 A")]
    [InlineData("with contextlib.suppress(KeyError):\n    x = os.environ['A']", "3 A")]
    [InlineData("with open(os.environ['A']) as f:\n    x = os.environ['B']", "2 A*, 3 B*")]
    [InlineData("os.environ['A'] = '1'", "sets A")]
    [InlineData("os.environ['A'] = '1'\nx = os.environ['A']", "3 A, sets A")]
    [InlineData("os.environ['A'] == '1'", "2 A*")]
    [InlineData("os.environ.setdefault('A', '1')\nx = os.environ['A']", "3 A, sets A")]
    [InlineData("os.environ.update(values)", "sets others")]
    [InlineData("os.environ |= values", "sets others")]
    [InlineData("for k in v:\n    os.environ[k] = v[k]", "sets others")]
    [InlineData("os.environ[k]", "")]
    [InlineData("# os.environ['A']", "")]
    [InlineData("x = 1  # os.environ['A']", "")]
    [InlineData("x = \"os.environ['A']\"", "")]
    [InlineData("\"\"\"\nos.environ['A']\n\"\"\"", "")]
    [InlineData("def f():\n    '''os.environ[\"A\"]'''", "")]
    [InlineData("x = '\\\\'\ny = os.environ['A']", "3 A*")]
    [InlineData("x = f\"{os.environ['A']}/x\"", "2 A*")]
    [InlineData("x = f'{{os.environ[\"A\"]}}'", "")]
    [InlineData("x = f\"{os.environ[\"A\"]:>10}\"", "2 A*")]
    [InlineData("x = rf'''\n{os.environ[\"A\"]}\n'''", "3 A*")]
    [InlineData("x = '#'; y = os.environ['A']", "2 A*")]
    [InlineData("x = {\n    'a': os.environ['A'],\n    # os.environ['C']\n    'b': os.environ['B'],\n}", "3 A*, 5 B*")]
    [InlineData("x = os.environ[\n    'A'\n]", "2 A*")]
    [InlineData("x = 1 + \\\n    int(os.environ['A'])", "3 A*")]
    [InlineData("x = os.environ['A'] or 1", "2 A")]
    [InlineData("def f():\n    return os.environ['A']", "3 A")]
    [InlineData("def f():\n    return os.environ['A']\nx = f()", "3 A*")]
    [InlineData("def f():\n    return os.environ['A']\ndef g():\n    f()\ng()", "3 A*")]
    [InlineData("def f():\n    if x:\n        return\n    return os.environ['A']\nf()", "5 A")]
    [InlineData("def f(a=os.environ['A']):\n    pass", "2 A")]
    [InlineData("class A:\n    x = os.environ['A']\n    def f(self):\n        return os.environ['B']\ny = os.environ['C']", "3 A*, 5 B, 6 C*")]
    [InlineData("if __name__ == '__main__':\n    x = os.environ['A']", "3 A+")]
    [InlineData("async def main():\n    x = os.environ['A']\nif __name__ == '__main__':\n    asyncio.run(main())", "3 A+")]
    [InlineData("if debug:\n    x = os.environ['A']\ny = os.environ['B']", "3 A, 4 B*")]
    [InlineData("if len(a) < 2:\n    sys.exit(1)\ny = os.environ['B']", "4 B")]
    [InlineData("x = [os.environ['A'] for a in b]", "2 A")]
    [InlineData("from contextlib import suppress as quiet\nwith quiet(KeyError):\n    x = os.environ['A']", "4 A")]
    [InlineData("assert True, os.environ['A']", "2 A")]
    [InlineData("assert os.environ['A']", "2 A*")]
    [InlineData("while True:\n    sleep(1)\nx = os.environ['A']", "4 A")]
    [InlineData("uvicorn.run(app, port=int(os.environ['A']))\nx = os.environ['B']", "2 A*, 3 B")]
    [InlineData("def go():\n    while True:\n        pass\ngo()\nx = os.environ['A']", "6 A")]
    [InlineData("def go():\n    return 1\ngo()\nx = os.environ['A']", "5 A*")]
    [InlineData("f = lambda: os.environ['A']", "2 A")]
    [InlineData("x: str = field(default_factory=lambda: os.environ['A'])", "2 A")]
    [InlineData("required = ['A']\nx = os.environ['A']", "3 A")]
    [InlineData("my.os.environ['A']", "")]
    [InlineData("os.environment['A']", "")]
    [InlineData("os.environ['not a name']", "")]
    [InlineData("os.environ['A' 'B']", "")]
    public void Python(string code, string reads) => Assert.Equal(reads, Told(PythonReader.Read(Os + code)));

    [Theory]
    [InlineData("from os import environ\nx = environ['A']\ny = environ.get('B')", "2 A*, 3 B")]
    [InlineData("from os import environ as env, getenv\nx = env['A']\ny = getenv('B')", "2 A*, 3 B")]
    [InlineData("from os import (\n    environ,\n)\nx = environ['A']", "4 A*")]
    [InlineData("import os as system\nx = system.environ['A']", "2 A*")]
    [InlineData("environ = 1\nenviron['A']", "")]
    [InlineData("def application(environ, start_response):\n    return environ['REQUEST_METHOD']", "")]
    [InlineData("from os import environ\ndef application(environ, start_response):\n    return environ['REQUEST_METHOD']", "")]
    [InlineData("class Settings(BaseSettings):\n    payment_key: str\n    debug: bool = False\n\nsettings = Settings()\n", "2 PAYMENT_KEY*, 3 DEBUG")]
    [InlineData("class Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix='APP_')\n    key: SecretStr\n\nsettings = Settings()\n", "3 APP_KEY*")]
    [InlineData("class Settings(BaseSettings):\n    key: str\n\ndef get():\n    return Settings()\n", "2 KEY")]
    [InlineData("class Settings(BaseSettings):\n    key: str\n    other: str = Field(alias='x')\n\nSettings(key='1')\n", "2 KEY")]
    [InlineData("class Settings(BaseSettings):\n    key: str\n    class Config:\n        secrets_dir = '/run/secrets'\n\nSettings()\n", "2 KEY")]
    [InlineData("class Settings(BaseModel):\n    key: str  # like BaseSettings\n\nSettings()\n", "")]
    public void Python_by_other_names(string code, string reads) => Assert.Equal(reads, Told(PythonReader.Read(code)));

    [Theory]
    [InlineData("const a = process.env.A;", "1 A")]
    [InlineData("const a = process.env[\"A\"] || 'x';", "1 A")]
    [InlineData("const a = process.env['A'] ?? `x`;", "1 A")]
    [InlineData("const a = process.env?.A?.trim();", "1 A")]
    [InlineData("const a = process.env.A!;", "1 A")]
    [InlineData("const a = process.env.A as string;", "1 A")]
    [InlineData("const a = (process.env.A as string).split(',');", "1 A")]
    [InlineData("const { A, B = \"x\", C: c, ...rest } = process.env;", "1 A, 1 B, 1 C")]
    [InlineData("const {\n  A,\n  // B,\n  C = f(1, D),\n}: NodeJS.ProcessEnv = process.env;", "2 A, 4 C")]
    [InlineData("const { A } = process.env.X;", "1 X")]
    [InlineData("const { A } = other.process.env;", "")]
    [InlineData("import.meta.env.VITE_X", "1 VITE_X")]
    [InlineData("const { VITE_X } = import.meta.env;", "1 VITE_X")]
    [InlineData("if (import.meta.env.DEV) import.meta.env.MODE", "")]
    [InlineData("if (process.env.A) x();", "1 A")]
    [InlineData("if (!process.env.A) throw new Error('A');", "1 A*")]
    [InlineData("if (!process.env.A) {\n  throw new Error(`A ${x}`);\n}", "1 A*")]
    [InlineData("function f() {\n  if (!process.env.A) throw new Error('A');\n}", "2 A")]
    [InlineData("if (x) { y(); } else if (!process.env.A) throw 1;", "1 A")]
    [InlineData("if (x) if (!process.env.A) throw 1;", "1 A")]
    [InlineData("if (process.argv.length < 3) process.exit(0);\nif (!process.env.A) throw 1;", "2 A")]
    [InlineData("if (!process.env.A) throw 1;\nif (x) process.exit(0);", "1 A*")]
    [InlineData("const env = process.env;\nenv.A = '1';\nif (!process.env.A) throw 1;", "3 A*, sets others")]
    [InlineData("const env = process.env;\nif (env.A === '1') x();", "")]
    [InlineData("if (!process.env.A) console.log('none');", "1 A")]
    [InlineData("process.env.A = '1';", "sets A")]
    [InlineData("process.env.A ??= '1'; f(process.env.A);", "1 A, sets A")]
    [InlineData("process.env.A === '1'", "1 A")]
    [InlineData("process.env[name] = value;", "sets others")]
    [InlineData("process.env[name];", "")]
    [InlineData("Object.assign(process.env, values);", "sets others")]
    [InlineData("process.env.hasOwnProperty('A')", "")]
    [InlineData("// process.env.A", "")]
    [InlineData("/* process.env.A\nprocess.env.B */ process.env.C", "2 C")]
    [InlineData("const a = 'process.env.A';", "")]
    [InlineData("const a = \"it's process.env.A\"; process.env.B", "1 B")]
    [InlineData("const a = `process.env.A ${process.env.B} process.env.C ${`${process.env.D}`}`;", "1 B, 1 D")]
    [InlineData("const a = `\\${process.env.A}`;", "")]
    [InlineData("const a = /['\"`]/.test(x) && process.env.A; // '", "1 A")]
    [InlineData("const a = b / c; const d = process.env.A / 2;", "1 A")]
    [InlineData("return <p title={process.env.A}>Don't {process.env.B}</p>;", "1 A, 1 B")]
    [InlineData("const a = <br />; const b = process.env.A;", "1 A")]
    [InlineData("globalThis.process.env.A", "1 A")]
    [InlineData("my.process.env.A; $process.env.B; process.environment.C", "")]
    [InlineData("process.env\n  .A", "1 A")]
    [InlineData("const e = process.env; z.parse(process.env);", "")]
    public void JavaScript(string code, string reads) => Assert.Equal(reads, Told(JavaScriptReader.Read(code)));

    [Fact]
    public void Whatever_stands_in_a_file_is_read_in_bearable_time()
    {
        string[] parts = ["os.environ['A']", "environ", "BaseSettings", "process.env.A", "process.env[", "${", "`", "f\"{", "'''", "\"", "'", "{", "}", "(", ")", "[", "/", "\\", "#", "//", "/*", "\n", "\n    ", "def f(", "if ", "class A(BaseSettings):\n", "lambda ", "from os import (", "x: str\n", "\0", "é", " ", "if (!process.env.A) throw", "[=/["];
        var random = new Random(7);
        foreach (var length in Enumerable.Repeat(60, 400).Append(100_000))
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(_ => parts[random.Next(parts.Length)]));
            Told(PythonReader.Read("environ" + text));
            Told(JavaScriptReader.Read(text));
            _ = PythonImports.Of(text, byText: true).Count() + JavaScriptImports.Of(text).Count();
        }

        var bytes = new byte[200_000];
        random.NextBytes(bytes);
        Told(PythonReader.Read("environ" + System.Text.Encoding.UTF8.GetString(bytes)));
        Told(JavaScriptReader.Read("env" + System.Text.Encoding.Latin1.GetString(bytes)));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a.")]
    [InlineData("x[")]
    [InlineData(" ")]
    [InlineData("\"")]
    [InlineData("f\"{")]
    [InlineData("def f(")]
    [InlineData("def f():\n")]
    [InlineData("lambda ")]
    [InlineData("{")]
    [InlineData("`${")]
    [InlineData("=/[")]
    [InlineData("process.env")]
    [InlineData("process.env.A;")]
    [InlineData("os.environ['A'];")]
    [InlineData("if(!process.env.A)throw 1;")]
    [InlineData("import a, ")]
    [InlineData("from . import ")]
    [InlineData("const a = ")]
    public void A_huge_line_is_read_in_bearable_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 600_000 / part.Length));
        var began = TimeProvider.System.GetTimestamp();

        Told(PythonReader.Read("import os\nenviron\n" + text));
        Told(JavaScriptReader.Read("env\n" + text));
        _ = PythonImports.Of(text, byText: true).Count() + JavaScriptImports.Of(text).Count();

        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private static string Told(SourceReads reads) => string.Join(
        ", ",
        [
            .. reads.Reads.Select(read => $"{read.Line} {read.Name}{read.Needs switch { Reached.Always => "*", Reached.AsProgram => "+", _ => "" }}"),
            .. reads.Sets.Order(StringComparer.Ordinal).Select(name => $"sets {name}"),
            .. reads.SetsOthers ? ["sets others"] : Array.Empty<string>(),
        ]);
}
