"""The command line `rahmen`: thin commands with German verbs over the other rooms."""
