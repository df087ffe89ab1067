"""What flows through the press: frozen values that import nothing but each other."""
