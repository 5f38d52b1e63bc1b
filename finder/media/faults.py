"""What is wrong with a file from others, and what to do about it."""


class MediaError(Exception):
    """A file cannot be shown: a code, what is wrong, and what to do."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy
