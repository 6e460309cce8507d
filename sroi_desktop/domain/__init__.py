"""What social return is: money, periods, contracts, rules, valuation, evidence, guidance.

Pure: standard library only, no Qt, no SQL, no files and no clock.
"""
