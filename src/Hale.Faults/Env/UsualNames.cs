namespace Hale.Faults.Env;

/// <summary>The variables that a system, an image, a tool or a place to run programs sets without being told to.</summary>
internal static class UsualNames
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "HOME", "HOSTNAME", "HOST", "USER", "USERNAME", "LOGNAME", "SHELL", "PWD", "OLDPWD", "TERM", "LANG", "LANGUAGE", "TZ", "TMP", "TEMP", "TMPDIR", "SHLVL", "DISPLAY", "EDITOR", "UID", "GID",
        "PORT", "CI", "DEBUG", "GPG_KEY", "VIRTUAL_ENV", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "LD_LIBRARY_PATH",
        "DJANGO_SETTINGS_MODULE", "FLASK_APP", "FLASK_ENV", "DYNO", "K_SERVICE", "K_REVISION", "APPDATA", "LOCALAPPDATA", "PROGRAMFILES", "SYSTEMROOT", "USERPROFILE", "WINDIR",
    };

    private static readonly string[] Beginnings =
    [
        "LC_", "XDG_", "SSH_", "PYTHON", "PIP_", "POETRY_", "UV_", "CONDA_", "NODE_", "NPM_", "YARN_", "PNPM_", "BUN_", "NGINX_", "DOCKER_", "COMPOSE_", "HALE_", "KUBERNETES_", "GITHUB_", "GITLAB_", "CI_",
        "AWS_LAMBDA_", "AWS_EXECUTION_", "AWS_CONTAINER_", "ECS_", "VERCEL", "HEROKU_", "RAILWAY_", "FLY_", "RENDER_", "WEBSITE_", "FUNCTIONS_", "GAE_", "CLOUD_RUN_", "GUNICORN_", "WEB_CONCURRENCY",
    ];

    public static bool Has(string name) => Names.Contains(name) || Array.Exists(Beginnings, beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
