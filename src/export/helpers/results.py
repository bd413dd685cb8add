import json

results = {}  # node -> metric -> value
