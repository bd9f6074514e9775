using Hale.Images.Dockerfiles;

namespace Hale.Images.Tests;

/// <summary>Which images a Dockerfile needs from outside.</summary>
public sealed class DockerfileSpecs
{
    [Fact]
    public void A_stage_that_begins_from_a_stage_needs_nothing_more() =>
        Assert.Equal(
            [new("node:20-slim", ImageUseKind.Stage)],
            Uses("FROM node:20-slim AS packages\nRUN npm ci\nFROM packages AS page\nFROM page"));

    [Fact]
    public void Only_the_stages_that_lead_to_the_target_count() =>
        Assert.Equal(
            [new("debian:trixie-slim", ImageUseKind.Stage)],
            Uses("FROM golang:1.24 AS tools\nFROM debian:trixie-slim AS app\nFROM app AS tests\nCOPY --from=tools /go/bin/x /", target: "APP"));

    [Fact]
    public void Arguments_are_filled_in_from_defaults_and_from_the_build() =>
        Assert.Equal(
            [new("reg.example/python:3.13-slim", ImageUseKind.Stage)],
            Uses(
                "ARG REGISTRY\nARG VERSION=3.12\nARG FLAVOUR=-slim\nFROM ${REGISTRY:-docker.io}/python:$VERSION${FLAVOUR:+-slim}",
                arguments: new() { ["VERSION"] = "3.13", ["REGISTRY"] = "reg.example" }));

    [Fact]
    public void An_argument_that_is_set_to_nothing_takes_its_default_only_with_a_colon() =>
        Assert.Equal(
            [new("node:20", ImageUseKind.Stage)],
            Uses("ARG VERSION=\nFROM node:${VERSION:-20}${VERSION-x}"));

    [Fact]
    public void Images_that_files_are_copied_or_mounted_from_count_too() =>
        Assert.Equal(
            [new("alpine", ImageUseKind.Stage), new("ghcr.io/astral-sh/uv:0.5", ImageUseKind.Copied), new("busybox", ImageUseKind.Copied)],
            Uses("FROM alpine\nCOPY --chmod=755 --from=ghcr.io/astral-sh/uv:0.5 /uv /bin/\nRUN --mount=type=cache,target=/x --mount=type=bind,from=busybox,target=/b true"));

    [Fact]
    public void A_stage_is_also_known_by_its_number() =>
        Assert.Equal(
            [new("alpine", ImageUseKind.Stage), new("node:20", ImageUseKind.Stage)],
            Uses("FROM node:20\nFROM alpine\nCOPY --from=0 /a /b"));

    [Fact]
    public void A_name_is_a_stage_only_below_that_stage() =>
        Assert.Equal([new("node", ImageUseKind.Stage)], Uses("FROM node AS node"));

    [Fact]
    public void Scratch_is_no_image() => Assert.Empty(Uses("FROM scratch\nCOPY a /"));

    [Fact]
    public void The_platform_flag_and_lower_case_and_comments_do_not_hide_the_image() =>
        Assert.Equal(
            [new("node:20", ImageUseKind.Stage)],
            Uses("# a comment\n\n  # another\nfrom --platform=$BUILDPLATFORM node:20 as build\n"));

    [Fact]
    public void Lines_that_go_on_are_one_instruction_and_comments_between_are_skipped() =>
        Assert.Equal(
            [new("node:20", ImageUseKind.Stage), new("busybox:1", ImageUseKind.Copied)],
            Uses("FROM \\\n  node:20\nRUN a \\\n  # not the end\n\n  && b\nCOPY \\\n --from=busybox:1 \\\n /a /b"));

    [Fact]
    public void The_escape_directive_changes_what_goes_on() =>
        Assert.Equal(
            [new("node:20", ImageUseKind.Stage), new("alpine:3", ImageUseKind.Copied)],
            Uses("# escape=`\nFROM node:20\nCOPY --from=alpine:3 C:\\\nRUN x `\n && y"));

    [Fact]
    public void What_stands_in_a_here_document_is_no_instruction() =>
        Assert.Equal(
            [new("debian", ImageUseKind.Stage), new("nginx", ImageUseKind.Copied)],
            Uses("FROM debian\nRUN <<EOF\nFROM hidden\nEOF\nCOPY <<-\"A\" <<B /x/\nFROM one\n\tA\nFROM two\nB\nRUN cat <<<FROM\nCOPY --from=nginx /a /b"));

    [Fact]
    public void The_syntax_line_names_an_image_and_can_be_left_out()
    {
        const string text = "#  Syntax = docker/dockerfile:1.7\r\n# escape=\\\r\nFROM node:20\r\n";
        var file = DockerfileText.Read(text);

        Assert.Equal("docker/dockerfile:1.7", file.Syntax);
        Assert.Equal("# escape=\\\nFROM node:20\n", file.WithoutSyntax());
        Assert.Equal([new("docker/dockerfile:1.7", ImageUseKind.Frontend), new("node:20", ImageUseKind.Stage)], Uses(text));
    }

    [Fact]
    public void A_syntax_line_below_anything_else_is_a_comment() =>
        Assert.Null(DockerfileText.Read("# a comment\n# syntax=docker/dockerfile:1\nFROM a").Syntax);

    [Fact]
    public void A_name_one_letter_from_a_stage_is_noticed() =>
        Assert.Equal(
            [new("alpine", ImageUseKind.Stage), new("biuld", ImageUseKind.Copied, "build")],
            Uses("FROM node AS build\nFROM alpine\nCOPY --from=biuld /a /b"));

    [Fact]
    public void A_form_that_only_BuildKit_knows_is_left_alone() =>
        Assert.Empty(Uses("ARG A=x/y\nFROM ${A##*/}"));

    [Fact]
    public void A_file_without_any_stage_needs_nothing() => Assert.Empty(Uses("RUN x\n", target: "a"));

    private static IReadOnlyList<ImageUse> Uses(string text, Dictionary<string, string?>? arguments = null, string? target = null) =>
        BaseImages.Of(DockerfileText.Read(text), arguments ?? [], target);
}
