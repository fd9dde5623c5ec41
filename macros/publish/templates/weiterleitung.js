// Behält Suchteil und Anker, die bei einer Weiterleitung durch den Browser verloren gingen.
location.replace(document.currentScript.dataset.ziel + location.search + location.hash);
