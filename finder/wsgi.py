"""The site as a WSGI application, for granian, gunicorn or any other server."""

from finder.settings import read_settings
from finder.web.app import create_app

app = create_app(read_settings())
