"""Commands that rebuild committed data; none is needed to run the product."""
