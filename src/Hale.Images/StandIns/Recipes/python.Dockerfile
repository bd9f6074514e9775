FROM @BASE@
RUN --mount=type=cache,id=hale-lists-@SUITE@,target=/var/lib/apt/lists,sharing=locked \
    @INSTALL@ \
    && rm -f /usr/lib/python3*/EXTERNALLY-MANAGED \
    && ln -s /usr/bin/python3 /usr/local/bin/python3 \
    && ln -s /usr/bin/python3 /usr/local/bin/python \
    && ln -s /usr/bin/pip3 /usr/local/bin/pip
ENV LANG=C.UTF-8
CMD ["python3"]
