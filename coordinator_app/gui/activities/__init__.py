"""Activities, enquiries and support talks, volunteer hours, feedback."""
