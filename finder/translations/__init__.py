"""The site's words in other languages: one folder a language, as gettext lays them out."""
