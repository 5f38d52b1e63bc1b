"""What a list adds up to: dates, the week, hours, cost, breaks and the facts of a support plan.

All of it is pure: values in, values out, with no words of a page.
"""
