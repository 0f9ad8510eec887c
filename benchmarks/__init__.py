"""Speed, measured: `python -m benchmarks` runs every module of this folder that has a `main`."""
